# What that was derived of the touched copies, partnerships, offices and persons stands in the merge of all graphs?
# Turunan mana dari salinan, kemitraan, jabatan, dan orang yang tersentuh ada di dalam gabungan semua graf?
#
# Only for a store whose default graph is a copy of all triples: what step 10 retracts leaves it too.
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX step: <urn:x-cityrel:step#>

DELETE { ?copy cr:copyOf ?original }
WHERE {
  GRAPH graph:touched { ?copy a step:Copy }
  GRAPH graph:derived { ?copy cr:copyOf ?original }
} ;

DELETE { ?part ?property ?value }
WHERE {
  GRAPH graph:touched { ?partnership a step:Partnership }
  GRAPH graph:derived { ?partnership cr:hasStep|cr:hasDisagreement ?part . ?part ?property ?value }
} ;

DELETE { ?partnership ?property ?value }
WHERE {
  GRAPH graph:touched { ?partnership a step:Partnership }
  GRAPH graph:derived { ?partnership ?property ?value }
} ;

DELETE { ?place cr:partnersWith ?other . ?place cr:inTalksWith ?other }
WHERE {
  GRAPH graph:touched { ?partnership a step:Partnership ; step:partner ?place ; step:partner ?other }
} ;

DELETE { ?office cr:hasDisagreement ?point . ?point ?property ?value }
WHERE {
  GRAPH graph:touched { ?office a step:Office }
  GRAPH graph:derived { ?office cr:hasDisagreement ?point . ?point ?property ?value }
} ;

DELETE { ?person cr:holdsRole ?office }
WHERE {
  GRAPH graph:touched { ?person a step:Person }
  GRAPH graph:derived { ?person cr:holdsRole ?office }
}
