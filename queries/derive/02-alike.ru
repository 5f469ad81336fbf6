# Which articles have nearly the same text as the touched ones?
# Artikel mana yang teksnya hampir sama dengan artikel yang tersentuh?
#
# Looked at anew are the touched articles and those that were copies of one of them. Only articles that share a
# band of their signatures are compared, so that the work grows with the copies and not with the store. Two
# are alike where 44 of the 128 letters are the same (`cityrel/similarity.py` says why), or where one digest
# stands for both texts.
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

INSERT { GRAPH graph:touched { ?article step:near ?other } }
WHERE {
  GRAPH graph:touched { ?article a step:Anew }
  GRAPH ?article { ?article cr:minHashBand ?band }
  GRAPH ?other { ?other cr:minHashBand ?band }
  FILTER(?other != ?article)
} ;

INSERT { GRAPH graph:touched { ?article step:alike ?other } }
WHERE {
  {
    SELECT ?article ?other
    WHERE {
      {
        SELECT ?article ?other ?one ?two
        WHERE {
          GRAPH graph:touched { ?article step:near ?other }
          GRAPH ?article { ?article cr:minHash ?one }
          GRAPH ?other { ?other cr:minHash ?two }
        }
      }
      VALUES ?row { 0 16 32 48 64 80 96 112 }
      VALUES ?column { 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 }
      FILTER(SUBSTR(?one, ?row + ?column, 1) = SUBSTR(?two, ?row + ?column, 1))
    }
    GROUP BY ?article ?other
    HAVING(COUNT(*) >= 44)
  }
} ;

INSERT { GRAPH graph:touched { ?article step:alike ?other } }
WHERE {
  GRAPH graph:touched { ?article a step:Anew }
  GRAPH ?article { ?article cr:sha256 ?digest }
  GRAPH ?other { ?other cr:sha256 ?digest }
  FILTER(?other != ?article)
}
