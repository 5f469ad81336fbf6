# Which stage events does no end undo, and which of them tell how the partnership stands?
# Tahap mana yang tidak dibatalkan oleh suatu pengakhiran, dan mana yang menunjukkan keadaan kemitraan sekarang?
#
# An end undoes a stage unless it is known to be earlier. Times are compared as far as both are stated
# (SUBSTR cuts the longer to the length of the shorter); with a time missing nothing is known to be earlier.
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX step: <urn:x-cityrel:step#>

INSERT { GRAPH graph:touched { ?event step:stands true } }
WHERE {
  GRAPH graph:touched {
    ?partnership a step:Partnership .
    ?event step:of ?partnership ; step:class ?class .
    OPTIONAL { ?event step:time ?time }
  }
  FILTER(?class != "end")
  FILTER NOT EXISTS {
    GRAPH graph:touched {
      ?end step:of ?partnership ; step:class "end" .
      OPTIONAL { ?end step:time ?endTime }
    }
    FILTER(!COALESCE(SUBSTR(?endTime, 1, STRLEN(?time)) < SUBSTR(?time, 1, STRLEN(?endTime)), false))
  }
} ;

# Signed, renewed or active, and not ended since: these tell.
INSERT { GRAPH graph:touched { ?partnership step:tells ?event } }
WHERE { GRAPH graph:touched { ?event step:stands true ; step:class "tied" ; step:of ?partnership } } ;

# Otherwise talks that no end has closed.
INSERT { GRAPH graph:touched { ?partnership step:tells ?event } }
WHERE {
  GRAPH graph:touched { ?event step:stands true ; step:class "talk" ; step:of ?partnership }
  FILTER NOT EXISTS { GRAPH graph:touched { ?partnership step:tells ?other } }
} ;

# Otherwise the ends.
INSERT { GRAPH graph:touched { ?partnership step:tells ?event } }
WHERE {
  GRAPH graph:touched { ?event step:class "end" ; step:of ?partnership }
  FILTER NOT EXISTS { GRAPH graph:touched { ?partnership step:tells ?other } }
}
