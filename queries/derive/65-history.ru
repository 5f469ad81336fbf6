# Through which steps did each touched partnership go, and who tells of each?
# Langkah apa saja yang dilalui tiap kemitraan yang tersentuh, dan siapa yang menceritakan masing-masing?
#
# Claims of one stage are one step where their dates agree: "2021" joins "2021-03-05", and so does a claim
# without a date, unless it was published before. A date that could mean several finer ones stays a step of its
# own, for nobody says which it is.
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX step: <urn:x-cityrel:step#>

# What is said of one stage of one partnership is a track.
INSERT {
  GRAPH graph:touched {
    ?claim step:at ?moment .
    ?moment step:on ?track ; step:day ?own .
    ?track step:trackOf ?partnership ; step:trackStage ?stage .
  }
}
WHERE {
  GRAPH graph:touched { ?claim step:of ?partnership ; step:stage ?stage ; step:own ?own }
  BIND(CONCAT(STR(?partnership), "#", STRAFTER(STR(?stage), "/stage/")) AS ?name)
  BIND(IRI(CONCAT(?name, "-track")) AS ?track)
  BIND(IRI(CONCAT(?name, IF(?own = "", "", "-"), ?own)) AS ?moment)
} ;

INSERT { GRAPH graph:touched { ?moment a step:Coarse } }
WHERE {
  GRAPH graph:touched { ?moment step:on ?track ; step:day ?day . ?other step:on ?track ; step:day ?finer }
  FILTER(STRLEN(?finer) > STRLEN(?day) && STRSTARTS(?finer, ?day))
} ;

INSERT { GRAPH graph:touched { ?moment step:means ?meant } }
WHERE {
  {
    SELECT ?moment (MIN(STR(?other)) AS ?only)
    WHERE {
      GRAPH graph:touched {
        ?moment a step:Coarse ; step:on ?track ; step:day ?day .
        ?other step:on ?track ; step:day ?finer .
      }
      FILTER(STRSTARTS(?finer, ?day))
      FILTER NOT EXISTS { GRAPH graph:touched { ?other a step:Coarse } }
    }
    GROUP BY ?moment
    HAVING(COUNT(?other) = 1)
  }
  BIND(IRI(?only) AS ?meant)
} ;

INSERT { GRAPH graph:touched { ?moment step:means ?moment } }
WHERE {
  GRAPH graph:touched { ?moment step:on ?track }
  FILTER NOT EXISTS { GRAPH graph:touched { ?moment step:means ?other } }
} ;

INSERT { GRAPH graph:touched { ?claim step:in ?step } }
WHERE {
  GRAPH graph:touched { ?claim step:at ?moment . ?moment step:means ?step . ?step step:day ?day }
  OPTIONAL { GRAPH graph:touched { ?claim step:own "" ; step:time ?published } }
  FILTER(!COALESCE(SUBSTR(?published, 1, STRLEN(?day)) < SUBSTR(?day, 1, STRLEN(?published)), false))
} ;

INSERT { GRAPH graph:touched { ?claim step:in ?moment } }
WHERE {
  GRAPH graph:touched { ?claim step:at ?moment }
  FILTER NOT EXISTS { GRAPH graph:touched { ?claim step:in ?step } }
} ;

INSERT {
  GRAPH graph:derived { ?partnership cr:hasStep ?step . ?step a cr:Step ; cr:ofStage ?stage ; cr:toldBy ?event }
}
WHERE {
  GRAPH graph:touched {
    ?event step:makes ?claim .
    ?claim step:in ?step .
    ?step step:on ?track .
    ?track step:trackOf ?partnership ; step:trackStage ?stage .
  }
} ;

INSERT { GRAPH graph:derived { ?step cr:onDate ?date } }
WHERE {
  GRAPH graph:touched { ?claim step:in ?step . ?step step:day ?day }
  FILTER(?day != "")
  BIND(IF(STRLEN(?day) = 4, xsd:gYear, IF(STRLEN(?day) = 7, xsd:gYearMonth, xsd:date)) AS ?type)
  BIND(STRDT(?day, ?type) AS ?date)
} ;

INSERT { GRAPH graph:derived { ?step cr:independentSources ?count } }
WHERE {
  SELECT ?step (COUNT(DISTINCT ?text) AS ?count)
  WHERE { GRAPH graph:touched { ?claim step:in ?step ; step:text ?text } }
  GROUP BY ?step
} ;

# Since when the places are partners: from the first signature, or founding, that no end has undone.
INSERT { GRAPH graph:derived { ?partnership cr:partnersSince ?since } }
WHERE {
  {
    SELECT ?partnership (MIN(?day) AS ?first)
    WHERE {
      GRAPH graph:touched {
        ?partnership step:tells ?claim .
        ?claim step:class "tied" ; step:in ?step .
        ?step step:day ?day .
      }
      FILTER(?day != "")
    }
    GROUP BY ?partnership
  }
  BIND(IF(STRLEN(?first) = 4, xsd:gYear, IF(STRLEN(?first) = 7, xsd:gYearMonth, xsd:date)) AS ?type)
  BIND(STRDT(?first, ?type) AS ?since)
}
