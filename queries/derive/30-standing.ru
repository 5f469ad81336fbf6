# Which stage events tell how each touched partnership stands, because no end has undone them?
# Tahap mana yang menunjukkan keadaan tiap kemitraan yang tersentuh, karena tidak dibatalkan pengakhiran?
#
# An end undoes a stage unless it is known to be earlier. Times are compared as far as both are stated
# (SUBSTR cuts the longer to the length of the shorter); with a time missing nothing is known to be earlier.
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX step: <urn:x-cityrel:step#>

# Signed, renewed or active, and not ended since: these tell.
INSERT { GRAPH graph:touched { ?partnership step:tells ?event } }
WHERE {
  GRAPH graph:touched {
    ?event step:class "tied" ; step:of ?partnership .
    OPTIONAL { ?event step:time ?time }
  }
  FILTER NOT EXISTS {
    GRAPH graph:touched {
      ?end step:of ?partnership ; step:class "end" .
      OPTIONAL { ?end step:time ?ended }
    }
    FILTER(!COALESCE(SUBSTR(?ended, 1, STRLEN(?time)) < SUBSTR(?time, 1, STRLEN(?ended)), false))
  }
} ;

# Otherwise talks that no end has closed.
INSERT { GRAPH graph:touched { ?partnership step:tells ?event } }
WHERE {
  GRAPH graph:touched {
    ?event step:class "talk" ; step:of ?partnership .
    OPTIONAL { ?event step:time ?time }
  }
  FILTER NOT EXISTS { GRAPH graph:touched { ?partnership step:tells ?other } }
  FILTER NOT EXISTS {
    GRAPH graph:touched {
      ?end step:of ?partnership ; step:class "end" .
      OPTIONAL { ?end step:time ?ended }
    }
    FILTER(!COALESCE(SUBSTR(?ended, 1, STRLEN(?time)) < SUBSTR(?time, 1, STRLEN(?ended)), false))
  }
} ;

# Otherwise the ends.
INSERT { GRAPH graph:touched { ?partnership step:tells ?event } }
WHERE {
  GRAPH graph:touched { ?event step:class "end" ; step:of ?partnership }
  FILTER NOT EXISTS { GRAPH graph:touched { ?partnership step:tells ?other } }
}
