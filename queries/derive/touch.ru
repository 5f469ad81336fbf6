# Which partnerships, persons and offices do the touched articles speak of?
# Kemitraan, orang, dan jabatan mana yang disebut oleh artikel-artikel yang tersentuh?
#
# Of the offices only those that one person holds at a time: whoever heads a government. Runs twice in a batch: before the old graphs go and after the new ones have come.
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX role: <https://w3id.org/cityrel/role/>
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
} ;

INSERT { GRAPH graph:touched { ?office a step:Office } }
WHERE {
  GRAPH graph:touched { ?article a step:Article }
  GRAPH ?article { ?holding cr:office ?office ; org:role ?role }
  FILTER(?role IN (role:mayor, role:governor, role:regent, role:head_of_state, role:head_of_government))
}
