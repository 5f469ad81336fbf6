# At which stage is each touched partnership now?
# Pada tahap manakah tiap kemitraan yang tersentuh sekarang?
#
# The latest of the claims that tell; of those that may be as late ("2021" may be as late as "2021-05", an unknown
# time as late as any), the most advanced.
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX step: <urn:x-cityrel:step#>

INSERT { GRAPH graph:derived { ?partnership cr:currentStage ?stage } }
WHERE {
  {
    SELECT ?partnership (MAX(?rank) AS ?top)
    WHERE {
      {
        SELECT ?partnership (MAX(COALESCE(?moment, "")) AS ?latest)
        WHERE {
          GRAPH graph:touched { ?partnership step:tells ?teller . OPTIONAL { ?teller step:time ?moment } }
        }
        GROUP BY ?partnership
      }
      GRAPH graph:touched {
        ?partnership step:tells ?claim .
        ?claim step:rank ?rank .
        OPTIONAL { ?claim step:time ?time }
      }
      FILTER(STRSTARTS(?latest, COALESCE(?time, "")))
    }
    GROUP BY ?partnership
  }
  GRAPH graph:touched { ?partnership step:tells ?teller . ?teller step:rank ?top ; step:stage ?stage }
}
