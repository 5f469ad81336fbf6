# Which articles have nearly the same text as the touched ones?
# Artikel mana yang teksnya hampir sama dengan artikel yang tersentuh?
#
# Looked at anew are the touched articles and those that were copies of one of them. Two articles are alike
# where their signatures share 5 of 48 bands (`cityrel/similarity.py` says why) or where one digest stands for
# both texts. Only articles that share something meet here, so that the work grows with the copies and not
# with the store. Kept of each pair is the later article and the key of the earlier one, of many the first: the
# day of publication, and the name where the day is the same; what has no day comes last.
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX schema: <https://schema.org/>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX step: <urn:x-cityrel:step#>

INSERT { GRAPH graph:touched { ?article a step:Anew } }
WHERE { GRAPH graph:touched { ?article a step:Article } } ;

INSERT { GRAPH graph:touched { ?copy a step:Anew } }
WHERE {
  GRAPH graph:touched { ?article a step:Article }
  GRAPH graph:derived { ?copy cr:copyOf ?article }
} ;

INSERT { GRAPH graph:touched { ?later step:earlier ?first } }
WHERE {
  SELECT ?later (MIN(?earlier) AS ?first)
  WHERE {
    {
      SELECT ?article ?other
      WHERE {
        GRAPH graph:touched { ?article a step:Anew }
        GRAPH ?article { ?article cr:minHashBand ?band }
        GRAPH ?other { ?other cr:minHashBand ?band }
      }
      GROUP BY ?article ?other
      HAVING(COUNT(*) >= 5)
    }
    FILTER(?other != ?article)
    OPTIONAL { GRAPH ?article { ?article schema:datePublished ?published } }
    OPTIONAL { GRAPH ?other { ?other schema:datePublished ?otherPublished } }
    BIND(CONCAT(COALESCE(STR(?published), "unknown"), " ", STR(?article)) AS ?key)
    BIND(CONCAT(COALESCE(STR(?otherPublished), "unknown"), " ", STR(?other)) AS ?otherKey)
    BIND(IF(?key < ?otherKey, ?other, ?article) AS ?later)
    BIND(IF(?key < ?otherKey, ?key, ?otherKey) AS ?earlier)
  }
  GROUP BY ?later
} ;

INSERT { GRAPH graph:touched { ?later step:earlier ?first } }
WHERE {
  SELECT ?later (MIN(?earlier) AS ?first)
  WHERE {
    GRAPH graph:touched { ?article a step:Anew }
    GRAPH ?article { ?article cr:sha256 ?digest }
    GRAPH ?other { ?other cr:sha256 ?digest }
    FILTER(?other != ?article)
    OPTIONAL { GRAPH ?article { ?article schema:datePublished ?published } }
    OPTIONAL { GRAPH ?other { ?other schema:datePublished ?otherPublished } }
    BIND(CONCAT(COALESCE(STR(?published), "unknown"), " ", STR(?article)) AS ?key)
    BIND(CONCAT(COALESCE(STR(?otherPublished), "unknown"), " ", STR(?other)) AS ?otherKey)
    BIND(IF(?key < ?otherKey, ?other, ?article) AS ?later)
    BIND(IF(?key < ?otherKey, ?key, ?otherKey) AS ?earlier)
  }
  GROUP BY ?later
}
