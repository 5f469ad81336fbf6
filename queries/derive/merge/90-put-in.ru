# What was derived of the touched copies, partnerships, offices and persons, for the merge of all graphs?
# Apa yang diturunkan dari salinan, kemitraan, jabatan, dan orang yang tersentuh, untuk gabungan semua graf?
#
# Only for a store whose default graph is a copy of all triples: what the steps derived enters it too.
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX step: <urn:x-cityrel:step#>

INSERT { ?copy cr:copyOf ?original }
WHERE { GRAPH graph:touched { ?copy step:copyOf ?original } } ;

INSERT { ?part ?property ?value }
WHERE {
  GRAPH graph:touched { ?partnership a step:Partnership }
  GRAPH graph:derived { ?partnership cr:hasStep|cr:hasDisagreement ?part . ?part ?property ?value }
} ;

INSERT { ?partnership ?property ?value }
WHERE {
  GRAPH graph:touched { ?partnership a step:Partnership }
  GRAPH graph:derived { ?partnership ?property ?value }
} ;

INSERT { ?place cr:partnersWith ?other }
WHERE {
  GRAPH graph:touched { ?partnership a step:Partnership ; step:partner ?place ; step:partner ?other }
  GRAPH graph:derived { ?place cr:partnersWith ?other }
} ;

INSERT { ?place cr:inTalksWith ?other }
WHERE {
  GRAPH graph:touched { ?partnership a step:Partnership ; step:partner ?place ; step:partner ?other }
  GRAPH graph:derived { ?place cr:inTalksWith ?other }
} ;

INSERT { ?office cr:hasDisagreement ?point . ?point ?property ?value }
WHERE {
  GRAPH graph:touched { ?office a step:Office }
  GRAPH graph:derived { ?office cr:hasDisagreement ?point . ?point ?property ?value }
} ;

INSERT { ?person cr:holdsRole ?office }
WHERE {
  GRAPH graph:touched { ?person a step:Person }
  GRAPH graph:derived { ?person cr:holdsRole ?office }
}
