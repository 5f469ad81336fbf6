# Of which kind is each touched partnership now?
# Jenis apakah tiap kemitraan yang tersentuh sekarang?
#
# The kind named last by the claims that tell the stage. A general "cooperation" yields to anything more
# specific, whenever it was named. The key orders by that, by time, and by name to break ties.
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX kind: <https://w3id.org/cityrel/kind/>
PREFIX step: <urn:x-cityrel:step#>

INSERT { GRAPH graph:derived { ?partnership cr:currentKind ?current } }
WHERE {
  {
    SELECT ?partnership (MAX(?key) AS ?top)
    WHERE {
      GRAPH graph:touched {
        ?partnership step:tells ?claim .
        ?claim step:kind ?kind .
        OPTIONAL { ?claim step:time ?time }
      }
      BIND(CONCAT(IF(?kind = kind:cooperation, "0", "1"), COALESCE(?time, ""), " ", STR(?kind)) AS ?key)
    }
    GROUP BY ?partnership
  }
  BIND(IRI(STRAFTER(?top, " ")) AS ?current)
}
