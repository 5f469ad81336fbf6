# What was derived about the touched copies, partnerships, offices and persons, and may no longer hold?
# Apa yang pernah diturunkan tentang salinan, kemitraan, jabatan, dan orang yang tersentuh, dan mungkin tidak berlaku lagi?
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX step: <urn:x-cityrel:step#>

DELETE { GRAPH graph:derived { ?copy cr:copyOf ?original } }
WHERE {
  GRAPH graph:touched { ?copy a step:Copy }
  GRAPH graph:derived { ?copy cr:copyOf ?original }
} ;

DELETE { GRAPH graph:derived { ?part ?property ?value } }
WHERE {
  GRAPH graph:touched { ?partnership a step:Partnership }
  GRAPH graph:derived { ?partnership cr:hasStep|cr:hasDisagreement ?part . ?part ?property ?value }
} ;

DELETE { GRAPH graph:derived { ?partnership ?property ?value } }
WHERE {
  GRAPH graph:touched { ?partnership a step:Partnership }
  GRAPH graph:derived { ?partnership ?property ?value }
} ;

DELETE { GRAPH graph:derived { ?place cr:partnersWith ?other . ?place cr:inTalksWith ?other } }
WHERE {
  GRAPH graph:touched { ?partnership a step:Partnership ; step:partner ?place ; step:partner ?other }
} ;

DELETE { GRAPH graph:derived { ?office cr:hasDisagreement ?point . ?point ?property ?value } }
WHERE {
  GRAPH graph:touched { ?office a step:Office }
  GRAPH graph:derived { ?office cr:hasDisagreement ?point . ?point ?property ?value }
} ;

DELETE { GRAPH graph:derived { ?person cr:holdsRole ?office } }
WHERE {
  GRAPH graph:touched { ?person a step:Person }
  GRAPH graph:derived { ?person cr:holdsRole ?office }
}
