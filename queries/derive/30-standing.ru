# Which claims of a stage tell how each touched partnership stands, because no end has undone them?
# Tahap mana yang menunjukkan keadaan tiap kemitraan yang tersentuh, karena tidak dibatalkan pengakhiran?
#
# An end undoes a stage unless it is known to be earlier. Times are compared as far as both are stated
# (SUBSTR cuts the longer to the length of the shorter); with a time missing nothing is known to be earlier.
# Who only mentions a tie as standing does not bring it back after an end: that takes a renewal or another
# signature, or a founding date after the end. Sources that disagree here are shown (step 66).
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX stage: <https://w3id.org/cityrel/stage/>
PREFIX step: <urn:x-cityrel:step#>

# Ends that nothing signed has followed.
INSERT { GRAPH graph:touched { ?end a step:LastEnd } }
WHERE {
  GRAPH graph:touched {
    ?end step:class "end" ; step:of ?partnership .
    OPTIONAL { ?end step:time ?ended }
  }
  FILTER NOT EXISTS {
    GRAPH graph:touched { ?again step:of ?partnership ; step:class "tied" ; step:stage ?stage ; step:time ?time }
    FILTER(?stage != stage:active && SUBSTR(?ended, 1, STRLEN(?time)) < SUBSTR(?time, 1, STRLEN(?ended)))
  }
} ;

# Signed or renewed, and not ended since: these tell.
INSERT { GRAPH graph:touched { ?partnership step:tells ?claim } }
WHERE {
  GRAPH graph:touched {
    ?claim step:class "tied" ; step:stage ?stage ; step:of ?partnership .
    OPTIONAL { ?claim step:time ?time }
  }
  FILTER(?stage != stage:active)
  FILTER NOT EXISTS {
    GRAPH graph:touched {
      ?end step:of ?partnership ; step:class "end" .
      OPTIONAL { ?end step:time ?ended }
    }
    FILTER(!COALESCE(SUBSTR(?ended, 1, STRLEN(?time)) < SUBSTR(?time, 1, STRLEN(?ended)), false))
  }
} ;

# So do those that stand, unless they are known to have ended.
INSERT { GRAPH graph:touched { ?partnership step:tells ?claim } }
WHERE {
  GRAPH graph:touched { ?claim step:stage stage:active ; step:own ?own ; step:of ?partnership }
  FILTER NOT EXISTS {
    GRAPH graph:touched {
      ?end a step:LastEnd ; step:of ?partnership .
      OPTIONAL { ?end step:time ?ended }
    }
    FILTER(!COALESCE(SUBSTR(?ended, 1, STRLEN(?own)) < SUBSTR(?own, 1, STRLEN(?ended)), false))
  }
} ;

# Otherwise talks that no end has closed.
INSERT { GRAPH graph:touched { ?partnership step:tells ?claim } }
WHERE {
  GRAPH graph:touched {
    ?claim step:class "talk" ; step:of ?partnership .
    OPTIONAL { ?claim step:time ?time }
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
INSERT { GRAPH graph:touched { ?partnership step:tells ?claim } }
WHERE {
  GRAPH graph:touched { ?claim step:class "end" ; step:of ?partnership }
  FILTER NOT EXISTS { GRAPH graph:touched { ?partnership step:tells ?other } }
}
