# Where do sources disagree about a touched partnership: on a date, on its kind, on whether a stage was reached?
# Di mana sumber berbeda tentang kemitraan yang tersentuh: tanggal, jenis, atau tercapai tidaknya suatu tahap?
#
# Compared are claims of one stage. A text that tells both knows them as two, and copies are one text. What may
# happen again (talks, proposals, approvals, renewals, suspensions) has no date to disagree on.
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX schema: <https://schema.org/>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX kind: <https://w3id.org/cityrel/kind/>
PREFIX modality: <https://w3id.org/cityrel/modality/>
PREFIX stage: <https://w3id.org/cityrel/stage/>
PREFIX step: <urn:x-cityrel:step#>

# Where one claim is all there is, nobody disagrees.
INSERT { GRAPH graph:touched { ?track a step:Debatable } }
WHERE {
  SELECT ?track
  WHERE { GRAPH graph:touched { ?claim step:at ?moment . ?moment step:on ?track } }
  GROUP BY ?track
  HAVING(COUNT(*) > 1)
} ;

# What is said of a stage, once for all who say the same. A twin town and a sister city are one kind here: the
# words differ by country.
INSERT {
  GRAPH graph:touched {
    ?claim step:says ?saying .
    ?saying step:saidOn ?track ; step:saidDay ?own ; step:saidKind ?kind .
  }
}
WHERE {
  GRAPH graph:touched {
    ?track a step:Debatable .
    ?moment step:on ?track .
    ?claim step:at ?moment ; step:kind ?named ; step:own ?own .
  }
  BIND(IF(?named = kind:twinning, kind:sister_city, ?named) AS ?kind)
  BIND(IRI(CONCAT(STR(?track), "-", ?own, "-", STRAFTER(STR(?kind), "/kind/"))) AS ?saying)
} ;

# Dates that exclude each other, with no end between them. A signature of another kind in another year is
# another agreement.
INSERT {
  GRAPH graph:touched {
    ?point step:pointOf ?partnership ; step:pointStage ?stage ; step:about cr:date ; step:side ?one ; step:side ?other .
  }
}
WHERE {
  GRAPH graph:touched {
    ?one step:saidOn ?track ; step:saidDay ?day ; step:saidKind ?kind .
    ?other step:saidOn ?track ; step:saidDay ?otherDay ; step:saidKind ?otherKind .
    ?track step:trackOf ?partnership ; step:trackStage ?stage .
  }
  FILTER(?stage IN (stage:letter_of_intent, stage:signed, stage:active, stage:lapsed, stage:ended))
  FILTER(SUBSTR(?day, 1, STRLEN(?otherDay)) < SUBSTR(?otherDay, 1, STRLEN(?day)))
  FILTER(?kind = ?otherKind || SUBSTR(?day, 1, 4) = SUBSTR(?otherDay, 1, 4))
  FILTER NOT EXISTS {
    GRAPH graph:touched {
      ?a step:of ?partnership ; step:stage ?stage ; step:own ?day ; step:text ?text .
      ?b step:of ?partnership ; step:stage ?stage ; step:own ?otherDay ; step:text ?text .
    }
  }
  FILTER NOT EXISTS {
    GRAPH graph:touched { ?end step:of ?partnership ; step:class "end" ; step:time ?ended }
    FILTER(?day < ?ended && ?ended < ?otherDay)
  }
  BIND(IRI(CONCAT(STR(?partnership), "#disagreement-date-", STRAFTER(STR(?stage), "/stage/"))) AS ?point)
} ;

# Kinds of one stage in one year, or at no date. A general "cooperation" disagrees with none. First which texts
# name which kind of a stage, where there are several.
INSERT { GRAPH graph:touched { ?saying a step:Contested } }
WHERE {
  GRAPH graph:touched {
    ?saying step:saidOn ?track ; step:saidKind ?kind .
    ?other step:saidOn ?track ; step:saidKind ?otherKind .
  }
  FILTER(?kind != ?otherKind && ?kind != kind:cooperation && ?otherKind != kind:cooperation)
} ;

INSERT {
  GRAPH graph:touched {
    ?saying step:names ?name .
    ?name step:namedOn ?track ; step:namedKind ?kind ; step:namedBy ?text .
  }
}
WHERE {
  GRAPH graph:touched {
    ?saying a step:Contested ; step:saidOn ?track ; step:saidKind ?kind .
    ?claim step:says ?saying ; step:text ?text .
  }
  BIND(IRI(CONCAT(STR(?track), "-", STRAFTER(STR(?kind), "/kind/"))) AS ?name)
} ;

INSERT { GRAPH graph:touched { ?one step:rival ?other } }
WHERE {
  GRAPH graph:touched {
    ?one step:namedOn ?track ; step:namedKind ?kind .
    ?other step:namedOn ?track ; step:namedKind ?otherKind .
  }
  FILTER(STR(?kind) < STR(?otherKind))
  FILTER NOT EXISTS { GRAPH graph:touched { ?one step:namedBy ?text . ?other step:namedBy ?text } }
} ;

INSERT {
  GRAPH graph:touched {
    ?point step:pointOf ?partnership ; step:pointStage ?stage ; step:about cr:kind ; step:side ?one ; step:side ?other .
  }
}
WHERE {
  GRAPH graph:touched {
    ?name step:rival ?otherName ; step:namedOn ?track .
    ?track step:trackOf ?partnership ; step:trackStage ?stage .
    ?one step:names ?name ; step:saidDay ?day .
    ?other step:names ?otherName ; step:saidDay ?otherDay .
  }
  FILTER(?day = "" || ?otherDay = "" || SUBSTR(?day, 1, 4) = SUBSTR(?otherDay, 1, 4))
  BIND(IRI(CONCAT(STR(?partnership), "#disagreement-kind-", STRAFTER(STR(?stage), "/stage/"))) AS ?point)
} ;

# A stage that one article states and another denies, unless the denial is known to be earlier.
INSERT {
  GRAPH graph:touched {
    ?denial step:makes ?no ; step:article ?article .
    ?no step:denialOf ?partnership ; step:deniedStage ?stage ; step:denied ?denied .
  }
}
WHERE {
  GRAPH graph:touched { ?partnership a step:Partnership }
  GRAPH ?article { ?denial cr:ofPartnership ?partnership ; cr:modality ?modality ; cr:stage ?stage }
  FILTER(?modality = modality:denied)
  OPTIONAL { GRAPH ?article { ?denial cr:date ?date } }
  OPTIONAL { GRAPH ?article { ?article schema:datePublished ?published } }
  BIND(STR(COALESCE(?date, ?published)) AS ?denied)
  BIND(CONCAT(STRAFTER(STR(?stage), "/stage/"), "_", COALESCE(?denied, "")) AS ?said)
  BIND(IRI(CONCAT(STR(?partnership), "#denial-", ?said)) AS ?no)
} ;

INSERT {
  GRAPH graph:touched {
    ?point step:pointOf ?partnership ; step:pointStage ?stage ; step:about cr:stage .
    ?clash step:clashAt ?point ; step:between ?no ; step:between ?claim ; step:apart step:article .
  }
}
WHERE {
  GRAPH graph:touched {
    ?no step:denialOf ?partnership ; step:deniedStage ?stage .
    OPTIONAL { ?no step:denied ?denied }
    ?claim step:of ?partnership ; step:stage ?stage .
    OPTIONAL { ?claim step:time ?time }
  }
  FILTER(!COALESCE(SUBSTR(?denied, 1, STRLEN(?time)) < SUBSTR(?time, 1, STRLEN(?denied)), false))
  BIND(IRI(CONCAT(STR(?no), "_", STRAFTER(STR(?claim), "#"))) AS ?clash)
  BIND(IRI(CONCAT(STR(?partnership), "#disagreement-stage-", STRAFTER(STR(?stage), "/stage/"))) AS ?point)
} ;

# A tie that stands for one text after another has told of its end.
INSERT {
  GRAPH graph:touched {
    ?point step:pointOf ?partnership ; step:pointStage ?stage ; step:about cr:stage .
    ?clash step:clashAt ?point ; step:between ?end ; step:between ?claim ; step:apart step:text .
  }
}
WHERE {
  GRAPH graph:touched {
    ?end a step:LastEnd ; step:of ?partnership ; step:stage ?stage ; step:time ?ended .
    ?claim step:of ?partnership ; step:stage stage:active ; step:time ?time .
  }
  FILTER(SUBSTR(?ended, 1, STRLEN(?time)) < SUBSTR(?time, 1, STRLEN(?ended)))
  FILTER NOT EXISTS { GRAPH graph:touched { ?partnership step:tells ?claim } }
  BIND(IRI(CONCAT(STR(?end), "_", STRAFTER(STR(?claim), "#"))) AS ?clash)
  BIND(IRI(CONCAT(STR(?partnership), "#disagreement-stage-", STRAFTER(STR(?stage), "/stage/"))) AS ?point)
} ;

# Who takes part: an event that another article denies, or another text belies.
INSERT { GRAPH graph:touched { ?point step:party ?event } }
WHERE {
  GRAPH graph:touched {
    ?clash step:apart step:article ; step:clashAt ?point ; step:between ?side ; step:between ?against .
    ?event step:makes ?side ; step:article ?own .
  }
  FILTER(?side != ?against)
  FILTER EXISTS {
    GRAPH graph:touched { ?denier step:makes ?against ; step:article ?other }
    FILTER(?other != ?own)
  }
} ;

INSERT { GRAPH graph:touched { ?point step:party ?event } }
WHERE {
  GRAPH graph:touched {
    ?clash step:apart step:text ; step:clashAt ?point ; step:between ?side ; step:between ?against .
    ?event step:makes ?side ; step:text ?own .
  }
  FILTER(?side != ?against)
  FILTER EXISTS { GRAPH graph:touched { ?against step:text ?other } FILTER(?other != ?own) }
} ;

INSERT { GRAPH graph:touched { ?point step:party ?event } }
WHERE { GRAPH graph:touched { ?point step:side ?saying . ?claim step:says ?saying . ?event step:makes ?claim } } ;

INSERT {
  GRAPH graph:derived {
    ?partnership cr:hasDisagreement ?point .
    ?point a cr:Disagreement ; cr:disagreementOn ?property ; cr:ofStage ?stage ; cr:between ?event .
  }
}
WHERE {
  GRAPH graph:touched { ?point step:pointOf ?partnership ; step:pointStage ?stage ; step:about ?property ; step:party ?event }
}
