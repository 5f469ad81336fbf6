# Which articles have nearly the same text as the touched ones?
# Artikel mana yang teksnya hampir sama dengan artikel yang tersentuh?
#
# Looked at anew are the touched articles and those that were copies of one of them. Two articles are alike
# where their signatures share 5 of 48 bands (`cityrel/similarity.py` says why) or where one digest stands for
# both texts. Only articles that share something meet here, so that the work grows with the copies and not
# with the store.
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX step: <urn:x-cityrel:step#>

INSERT { GRAPH graph:touched { ?article a step:Anew } }
WHERE { GRAPH graph:touched { ?article a step:Article } } ;

INSERT { GRAPH graph:touched { ?copy a step:Anew } }
WHERE {
  GRAPH graph:touched { ?article a step:Article }
  GRAPH graph:derived { ?copy cr:copyOf ?article }
} ;

INSERT { GRAPH graph:touched { ?article step:alike ?other } }
WHERE {
  {
    SELECT ?article ?other
    WHERE {
      GRAPH graph:touched { ?article a step:Anew }
      GRAPH ?article { ?article cr:minHashBand ?band }
      GRAPH ?other { ?other cr:minHashBand ?band }
    }
    GROUP BY ?article ?other
    HAVING(COUNT(?band) >= 5)
  }
  FILTER(?other != ?article)
} ;

INSERT { GRAPH graph:touched { ?article step:alike ?other } }
WHERE {
  GRAPH graph:touched { ?article a step:Anew }
  GRAPH ?article { ?article cr:sha256 ?digest }
  GRAPH ?other { ?other cr:sha256 ?digest }
  FILTER(?other != ?article)
}
