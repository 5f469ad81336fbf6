# Whom do different sources name as the holder of a touched office at one time?
# Siapa yang disebut sumber-sumber berbeda sebagai pemegang suatu jabatan yang tersentuh pada waktu yang sama?
#
# Two persons exclude each other where one is seen in the office between two days of one year on which the other is
# (who comes back was away for longer), or on the same day. Former and acting holders exclude
# nobody. A text that tells of both knows them as two, and copies are one text. Names that share a word may be two
# spellings of one person.
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX step: <urn:x-cityrel:step#>

# Who is seen in the office on which day. The name is that of the person's IRI: small letters without accents.
INSERT {
  GRAPH graph:touched {
    ?holder step:holderOf ?office ; step:name ?name .
    ?sighting step:sightingOf ?holder ; step:seenOn ?day ; step:seenBy ?holding .
    ?holding step:holdingIn ?article .
  }
}
WHERE {
  GRAPH graph:touched { ?office a step:Office }
  GRAPH ?article { ?holding cr:office ?office ; org:member ?person ; cr:attestedOn ?attested }
  FILTER(STRLEN(STR(?attested)) = 10)
  FILTER NOT EXISTS { GRAPH ?article { ?holding cr:qualifier ?qualifier } }
  BIND(STR(?attested) AS ?day)
  BIND(STRBEFORE(CONCAT(STRAFTER(STR(?person), "/person/"), "/"), "/") AS ?name)
  BIND(IRI(CONCAT(STR(?office), "#holder-", ?name)) AS ?holder)
  BIND(IRI(CONCAT(STR(?holder), "_", ?day)) AS ?sighting)
} ;

INSERT { GRAPH graph:touched { ?holder step:namedIn ?article } }
WHERE {
  GRAPH graph:touched {
    ?sighting step:sightingOf ?holder ; step:seenBy ?holding .
    ?holding step:holdingIn ?article .
  }
  FILTER NOT EXISTS { GRAPH graph:derived { ?article cr:copyOf ?original } }
} ;

INSERT { GRAPH graph:touched { ?holder step:namedIn ?first } }
WHERE {
  GRAPH graph:touched {
    ?sighting step:sightingOf ?holder ; step:seenBy ?holding .
    ?holding step:holdingIn ?article .
  }
  GRAPH graph:derived { ?article cr:copyOf+ ?first }
  FILTER NOT EXISTS { GRAPH graph:derived { ?first cr:copyOf ?original } }
} ;

# The first and the last day of each year on which a person is seen; a year begins in January, another in July.
INSERT { GRAPH graph:touched { ?term step:termOf ?holder ; step:year ?year ; step:sees ?sighting } }
WHERE {
  GRAPH graph:touched { ?sighting step:sightingOf ?holder ; step:seenOn ?day }
  BIND(SUBSTR(?day, 1, 4) AS ?year)
  BIND(IRI(CONCAT(STR(?holder), "_", ?year)) AS ?term)
} ;

INSERT { GRAPH graph:touched { ?term step:termOf ?holder ; step:year ?year ; step:sees ?sighting } }
WHERE {
  GRAPH graph:touched { ?sighting step:sightingOf ?holder ; step:seenOn ?day }
  BIND(xsd:integer(SUBSTR(?day, 1, 4)) AS ?calendar)
  BIND(CONCAT(STR(IF(SUBSTR(?day, 6, 2) < "07", ?calendar - 1, ?calendar)), "-07") AS ?year)
  BIND(IRI(CONCAT(STR(?holder), "_", ?year)) AS ?term)
} ;

INSERT { GRAPH graph:touched { ?term step:since ?first ; step:until ?last } }
WHERE {
  SELECT ?term (MIN(?day) AS ?first) (MAX(?day) AS ?last)
  WHERE { GRAPH graph:touched { ?term step:sees ?sighting . ?sighting step:seenOn ?day } }
  GROUP BY ?term
} ;

INSERT { GRAPH graph:touched { ?term step:rival ?other } }
WHERE {
  GRAPH graph:touched {
    ?holder step:holderOf ?office ; step:name ?name .
    ?other step:holderOf ?office ; step:name ?otherName .
    ?term step:termOf ?holder ; step:year ?year ; step:since ?first ; step:until ?last .
    ?otherTerm step:termOf ?other ; step:year ?year ; step:since ?otherFirst ; step:until ?otherLast .
  }
  FILTER(?holder != ?other && ?first <= ?otherLast && ?otherFirst <= ?last)
  FILTER(!REGEX(CONCAT("-", ?name, "-"), CONCAT("-(", REPLACE(?otherName, "-", "|"), ")-")))
} ;

INSERT { GRAPH graph:touched { ?term a step:Contested } }
WHERE {
  GRAPH graph:touched { ?term step:rival ?other ; step:termOf ?holder }
  FILTER NOT EXISTS { GRAPH graph:touched { ?holder step:namedIn ?text . ?other step:namedIn ?text } }
} ;

INSERT { GRAPH graph:touched { ?sighting a step:Contradicted } }
WHERE {
  GRAPH graph:touched {
    ?term a step:Contested ; step:termOf ?holder ; step:since ?first ; step:until ?last .
    ?sighting step:sightingOf ?holder ; step:seenOn ?day .
  }
  FILTER(?day = ?first || ?day = ?last)
} ;

INSERT {
  GRAPH graph:derived {
    ?office cr:hasDisagreement ?point .
    ?point a cr:Disagreement ; cr:disagreementOn org:member ; cr:between ?holding .
  }
}
WHERE {
  GRAPH graph:touched {
    ?sighting a step:Contradicted ; step:sightingOf ?holder ; step:seenBy ?holding .
    ?holder step:holderOf ?office .
  }
  BIND(IRI(CONCAT(STR(?office), "#disagreement-holder")) AS ?point)
}
