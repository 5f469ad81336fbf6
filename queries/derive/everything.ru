# Which graphs are there to derive from, when everything is derived again?
# Graf mana saja yang menjadi dasar, bila semuanya diturunkan ulang?
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX step: <urn:x-cityrel:step#>

DROP SILENT GRAPH graph:derived ;

INSERT { GRAPH graph:touched { ?article a step:Article } }
WHERE {
  { SELECT DISTINCT ?article WHERE { GRAPH ?article { ?thing a ?class } } }
  FILTER(?article NOT IN (graph:derived, graph:removed, graph:touched, <https://w3id.org/cityrel/ontology>))
}
