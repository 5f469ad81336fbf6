# Which articles are copies of which?
# Artikel mana yang merupakan salinan artikel mana?
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX step: <urn:x-cityrel:step#>

INSERT { GRAPH graph:derived { ?copy cr:copyOf ?original } }
WHERE { GRAPH graph:touched { ?copy step:copyOf ?original } }
