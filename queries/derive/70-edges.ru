# Which places are partners, and which are only in talks?
# Wilayah mana yang bermitra, dan mana yang baru menjajaki?
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX step: <urn:x-cityrel:step#>

INSERT { GRAPH graph:derived { ?place cr:partnersWith ?other } }
WHERE {
  GRAPH graph:touched {
    ?partnership step:tells ?claim ; step:partner ?place ; step:partner ?other .
    ?claim step:class "tied" .
  }
  FILTER(?place != ?other)
} ;

INSERT { GRAPH graph:derived { ?place cr:inTalksWith ?other } }
WHERE {
  GRAPH graph:touched {
    ?partnership step:tells ?claim ; step:partner ?place ; step:partner ?other .
    ?claim step:class "talk" .
  }
  FILTER(?place != ?other)
}
