# Which partnerships and persons do the touched articles speak of?
# Kemitraan dan orang mana yang disebut oleh artikel-artikel yang tersentuh?
#
# Runs twice in a batch: before the old graphs go and after the new ones have come.
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX step: <urn:x-cityrel:step#>

INSERT { GRAPH graph:touched { ?partnership a step:Partnership ; step:partner ?place } }
WHERE {
  GRAPH graph:touched { ?article a step:Article }
  GRAPH ?article { ?partnership cr:partner ?place }
} ;

INSERT { GRAPH graph:touched { ?person a step:Person } }
WHERE {
  GRAPH graph:touched { ?article a step:Article }
  GRAPH ?article { ?holding org:member ?person }
}
