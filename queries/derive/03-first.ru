# Of which earlier article is each article near the touched ones a copy?
# Dari artikel terdahulu mana setiap artikel di sekitar artikel yang tersentuh disalin?
#
# The first published of those that are alike, by name where the day is the same; what has no day of publication
# comes last. So the answer depends on the articles and not on the order in which they came. A copy that already
# has an original keeps it unless an earlier one has come.
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX schema: <https://schema.org/>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX role: <https://w3id.org/cityrel/role/>
PREFIX step: <urn:x-cityrel:step#>

# The original that a copy has so far, unless the copy is looked at anew.
INSERT { GRAPH graph:touched { ?copy step:earlier ?key } }
WHERE {
  GRAPH graph:touched { ?copy step:earlier ?another }
  FILTER NOT EXISTS { GRAPH graph:touched { ?copy a step:Anew } }
  GRAPH graph:derived { ?copy cr:copyOf ?original }
  OPTIONAL { GRAPH ?original { ?original schema:datePublished ?published } }
  BIND(CONCAT(COALESCE(STR(?published), "unknown"), " ", STR(?original)) AS ?key)
} ;

INSERT { GRAPH graph:touched { ?copy step:copyOf ?original } }
WHERE {
  {
    SELECT ?copy (MIN(?key) AS ?first)
    WHERE { GRAPH graph:touched { ?copy step:earlier ?key } }
    GROUP BY ?copy
  }
  BIND(IRI(STRAFTER(?first, " ")) AS ?original)
} ;

# Whose original may be another one now, and with it that of their own copies.
INSERT { GRAPH graph:touched { ?copy a step:Copy } }
WHERE { GRAPH graph:touched { ?copy step:copyOf ?original } } ;

INSERT { GRAPH graph:touched { ?copy a step:Copy } }
WHERE {
  GRAPH graph:touched { ?copy a step:Anew }
  GRAPH graph:derived { ?copy cr:copyOf ?original }
} ;

INSERT { GRAPH graph:touched { ?further a step:Dependent } }
WHERE {
  GRAPH graph:touched { ?copy a step:Copy }
  GRAPH graph:derived { ?further cr:copyOf+ ?copy }
} ;

INSERT { GRAPH graph:touched { ?copy a step:Dependent } }
WHERE { GRAPH graph:touched { ?copy a step:Copy } } ;

INSERT { GRAPH graph:touched { ?partnership a step:Partnership ; step:partner ?place } }
WHERE {
  GRAPH graph:touched { ?article a step:Dependent }
  GRAPH ?article { ?partnership cr:partner ?place }
} ;

INSERT { GRAPH graph:touched { ?office a step:Office } }
WHERE {
  GRAPH graph:touched { ?article a step:Dependent }
  GRAPH ?article { ?holding cr:office ?office ; org:role ?role }
  FILTER(?role IN (role:mayor, role:governor, role:regent, role:head_of_state, role:head_of_government))
}
