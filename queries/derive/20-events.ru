# Which stages are stated of each touched partnership, when did they take effect, and which text says so?
# Tahap apa yang dinyatakan tentang tiap kemitraan yang tersentuh, kapan berlakunya, dan di teks mana?
#
# A stage takes effect on its own date, or on the day of publication where the text gives none. `active` says
# that the tie stands when the article appears; its own date is the founding date. Plans, hopes and denials
# are not facts and stay out. Times are kept as text, as precise as stated: "2020" begins "2020-11"; `own` is the
# stage's own date, empty where the text gives none. Events that say the same make one claim, and the steps
# that follow compare claims: however many articles repeat one, the work stays small. A copy of another article
# is no text of its own: the text is that of the first original.
#
# Patterns go from what is known to what is looked up, with the filter on a variable and each OPTIONAL in a
# GRAPH of its own: Oxigraph answers them from its indexes then, however much it holds.
# VALUES would make it scan, so the order of the stages comes in a step of its own.
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX schema: <https://schema.org/>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX modality: <https://w3id.org/cityrel/modality/>
PREFIX stage: <https://w3id.org/cityrel/stage/>
PREFIX step: <urn:x-cityrel:step#>

INSERT {
  GRAPH graph:touched {
    ?event step:makes ?claim ; step:article ?article .
    ?claim step:of ?partnership ; step:stage ?stage ; step:kind ?kind ;
      step:time ?time ; step:founded ?founded ; step:own ?own .
  }
}
WHERE {
  GRAPH graph:touched { ?partnership a step:Partnership }
  GRAPH ?article { ?event cr:ofPartnership ?partnership ; cr:stage ?stage ; cr:modality ?modality }
  FILTER(?modality = modality:stated)
  OPTIONAL { GRAPH ?article { ?event cr:kind ?kind } }
  OPTIONAL { GRAPH ?article { ?event cr:date ?date } }
  OPTIONAL { GRAPH ?article { ?article schema:datePublished ?published } }
  BIND(STR(IF(?stage = stage:active, COALESCE(?published, ?date), COALESCE(?date, ?published))) AS ?time)
  BIND(IF(STR(?date) != ?time, STR(?date), ?none) AS ?founded)
  BIND(COALESCE(STR(?date), "") AS ?own)
  BIND(CONCAT(STRAFTER(STR(?stage), "/stage/"), "_", STRAFTER(STR(?kind), "/kind/")) AS ?what)
  BIND(CONCAT(COALESCE(?what, STR(?stage)), "_", ?own, "_", COALESCE(?time, "")) AS ?said)
  BIND(IRI(CONCAT(STR(?partnership), "#claim-", ?said)) AS ?claim)
} ;

INSERT { GRAPH graph:touched { ?event step:text ?article . ?claim step:text ?article } }
WHERE {
  GRAPH graph:touched { ?event step:article ?article ; step:makes ?claim }
  FILTER NOT EXISTS { GRAPH graph:derived { ?article cr:copyOf ?original } }
} ;

INSERT { GRAPH graph:touched { ?event step:text ?first . ?claim step:text ?first } }
WHERE {
  GRAPH graph:touched { ?event step:article ?article ; step:makes ?claim }
  GRAPH graph:derived { ?article cr:copyOf+ ?first }
  FILTER NOT EXISTS { GRAPH graph:derived { ?first cr:copyOf ?original } }
} ;

# Where the stages belong and how far they are, in the order of a partnership's life.
INSERT { GRAPH graph:touched { ?claim step:class ?class ; step:rank ?rank } }
WHERE {
  GRAPH graph:touched { ?claim step:stage ?stage }
  VALUES (?stage ?class ?rank) {
    (stage:exploring "talk" 1) (stage:proposed "talk" 2) (stage:letter_of_intent "talk" 3)
    (stage:approved "talk" 4) (stage:intended "talk" 5)
    (stage:signed "tied" 6) (stage:renewed "tied" 7) (stage:active "tied" 8)
    (stage:suspended "end" 9) (stage:lapsed "end" 10) (stage:ended "end" 11)
  }
}
