# Whom do different sources name as the holder of a touched office at one time?
# Siapa yang disebut sumber-sumber berbeda sebagai pemegang suatu jabatan yang tersentuh pada waktu yang sama?
#
# Two persons exclude each other where one is seen in the office between two days on which the other is, within
# two calendar years (who comes back was away for longer), or on the same day. Former and acting holders exclude
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

INSERT { GRAPH graph:touched { ?holder step:seenFirst ?first ; step:seenLast ?last } }
WHERE {
  SELECT ?holder (MIN(?day) AS ?first) (MAX(?day) AS ?last)
  WHERE { GRAPH graph:touched { ?sighting step:sightingOf ?holder ; step:seenOn ?day } }
  GROUP BY ?holder
} ;

# Most holders come one after the other: only those whose times overlap are looked at day by day.
INSERT { GRAPH graph:touched { ?holder step:rival ?other } }
WHERE {
  GRAPH graph:touched {
    ?holder step:holderOf ?office ; step:name ?name ; step:seenFirst ?first ; step:seenLast ?last .
    ?other step:holderOf ?office ; step:name ?otherName ; step:seenFirst ?otherFirst ; step:seenLast ?otherLast .
  }
  FILTER(?holder != ?other && ?first <= ?otherLast && ?otherFirst <= ?last)
  FILTER(!REGEX(CONCAT("-", ?name, "-"), CONCAT("-(", REPLACE(?otherName, "-", "|"), ")-")))
  FILTER NOT EXISTS { GRAPH graph:touched { ?holder step:namedIn ?text . ?other step:namedIn ?text } }
} ;

# The days nearest to a sighting on which its rival is seen, before it and behind it.
INSERT { GRAPH graph:touched { ?sighting step:beside ?clash . ?clash step:with ?other ; step:since ?before } }
WHERE {
  {
    SELECT ?sighting ?other (MAX(?day) AS ?before)
    WHERE {
      GRAPH graph:touched {
        ?holder step:rival ?other .
        ?sighting step:sightingOf ?holder ; step:seenOn ?own .
        ?near step:sightingOf ?other ; step:seenOn ?day .
      }
      FILTER(?day <= ?own)
    }
    GROUP BY ?sighting ?other
  }
  BIND(IRI(CONCAT(STR(?sighting), "_", STRAFTER(STR(?other), "#"))) AS ?clash)
} ;

INSERT { GRAPH graph:touched { ?sighting step:beside ?clash . ?clash step:with ?other ; step:until ?behind } }
WHERE {
  {
    SELECT ?sighting ?other (MIN(?day) AS ?behind)
    WHERE {
      GRAPH graph:touched {
        ?holder step:rival ?other .
        ?sighting step:sightingOf ?holder ; step:seenOn ?own .
        ?near step:sightingOf ?other ; step:seenOn ?day .
      }
      FILTER(?day >= ?own)
    }
    GROUP BY ?sighting ?other
  }
  BIND(IRI(CONCAT(STR(?sighting), "_", STRAFTER(STR(?other), "#"))) AS ?clash)
} ;

INSERT { GRAPH graph:touched { ?sighting a step:Contradicted . ?near a step:Contradicted } }
WHERE {
  GRAPH graph:touched {
    ?sighting step:beside ?clash .
    ?clash step:with ?other ; step:since ?before ; step:until ?behind .
    ?near step:sightingOf ?other ; step:seenOn ?day .
  }
  FILTER(?day = ?before || ?day = ?behind)
  FILTER(xsd:integer(SUBSTR(?behind, 1, 4)) - xsd:integer(SUBSTR(?before, 1, 4)) < 2)
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
