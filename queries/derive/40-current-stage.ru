# At which stage is each touched partnership now?
# Pada tahap manakah tiap kemitraan yang tersentuh sekarang?
#
# The latest event tells; of those that happened at the same or at an unknown time, the most advanced.
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX step: <urn:x-cityrel:step#>

INSERT { GRAPH graph:touched { ?partnership step:latest ?latest } }
WHERE {
  SELECT ?partnership (MAX(?time) AS ?latest)
  WHERE { GRAPH graph:touched { ?partnership step:tells ?event . ?event step:time ?time } }
  GROUP BY ?partnership
} ;

INSERT { GRAPH graph:touched { ?partnership step:last ?event } }
WHERE {
  GRAPH graph:touched {
    ?partnership step:tells ?event .
    OPTIONAL { ?event step:time ?time }
    OPTIONAL { ?partnership step:latest ?latest }
  }
  FILTER(!BOUND(?time) || ?time = ?latest)
} ;

INSERT { GRAPH graph:derived { ?partnership cr:currentStage ?stage } }
WHERE {
  {
    SELECT ?partnership (MAX(?rank) AS ?top)
    WHERE { GRAPH graph:touched { ?partnership step:last ?event . ?event step:rank ?rank } }
    GROUP BY ?partnership
  }
  GRAPH graph:touched { ?partnership step:last ?event . ?event step:rank ?top ; step:stage ?stage }
}
