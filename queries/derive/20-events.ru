# Which stage events are stated of each touched partnership, when did they take effect, and which text says so?
# Tahap apa saja yang dinyatakan tentang tiap kemitraan yang tersentuh, kapan berlakunya, dan teks mana yang menyatakannya?
#
# Plans, hopes and denials are not facts and stay out. Short steps, each from what is known to what is looked
# up, because an engine answers them from its indexes however much it holds.
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX schema: <https://schema.org/>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX modality: <https://w3id.org/cityrel/modality/>
PREFIX stage: <https://w3id.org/cityrel/stage/>
PREFIX step: <urn:x-cityrel:step#>

INSERT { GRAPH graph:touched { ?event step:of ?partnership ; step:in ?article } }
WHERE {
  GRAPH graph:touched { ?partnership a step:Partnership }
  GRAPH ?article { ?event cr:ofPartnership ?partnership ; cr:modality modality:stated }
} ;

INSERT { GRAPH graph:touched { ?event step:stage ?stage ; step:class ?class ; step:rank ?rank } }
WHERE {
  GRAPH graph:touched { ?event step:in ?article }
  GRAPH ?article { ?event cr:stage ?stage }
  VALUES (?stage ?class ?rank) {
    (stage:exploring "talk" 1) (stage:proposed "talk" 2) (stage:letter_of_intent "talk" 3)
    (stage:approved "talk" 4) (stage:intended "talk" 5)
    (stage:signed "tied" 6) (stage:renewed "tied" 7) (stage:active "tied" 8)
    (stage:suspended "end" 9) (stage:lapsed "end" 10) (stage:ended "end" 11)
  }
} ;

INSERT { GRAPH graph:touched { ?event step:kind ?kind } }
WHERE {
  GRAPH graph:touched { ?event step:in ?article }
  GRAPH ?article { ?event cr:kind ?kind }
} ;

# Copies of a press release are one text: they share a digest.
INSERT { GRAPH graph:touched { ?event step:text ?digest } }
WHERE {
  GRAPH graph:touched { ?event step:in ?article }
  GRAPH ?article { ?article cr:sha256 ?digest }
} ;

# Times are kept as text, as precise as stated: "2020" begins "2020-11".
INSERT { GRAPH graph:touched { ?event step:date ?day } }
WHERE {
  GRAPH graph:touched { ?event step:in ?article }
  GRAPH ?article { ?event cr:date ?date }
  BIND(STR(?date) AS ?day)
} ;

INSERT { GRAPH graph:touched { ?event step:published ?day } }
WHERE {
  GRAPH graph:touched { ?event step:in ?article }
  GRAPH ?article { ?article schema:datePublished ?date }
  BIND(STR(?date) AS ?day)
} ;

# A stage takes effect on its own date, or on the day of publication where the text gives none. `active` says
# that the tie stands when the article appears; its own date is the founding date.
INSERT { GRAPH graph:touched { ?event step:time ?time } }
WHERE {
  GRAPH graph:touched {
    ?event step:stage ?stage .
    OPTIONAL { ?event step:date ?date }
    OPTIONAL { ?event step:published ?published }
  }
  BIND(IF(?stage = stage:active, COALESCE(?published, ?date), COALESCE(?date, ?published)) AS ?time)
}
