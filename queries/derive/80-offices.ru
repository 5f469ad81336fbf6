# Which offices are the touched persons shown in, other than as a former holder?
# Jabatan apa yang dipegang oleh orang-orang yang tersentuh, selain sebagai mantan pejabat?
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX qualifier: <https://w3id.org/cityrel/qualifier/>
PREFIX step: <urn:x-cityrel:step#>

INSERT { GRAPH graph:derived { ?person cr:holdsRole ?office } }
WHERE {
  GRAPH graph:touched { ?person a step:Person }
  GRAPH ?article {
    ?holding org:member ?person ; cr:office ?office .
    FILTER NOT EXISTS { ?holding cr:qualifier qualifier:former }
  }
}
