# Which things does nobody state any more, now that the articles that did are replaced or removed?
# Hal apa saja yang tidak dinyatakan siapa pun lagi setelah artikelnya diganti atau dihapus?
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX step: <urn:x-cityrel:step#>

INSERT { GRAPH graph:removed { ?thing prov:invalidatedAtTime ?now } }
WHERE {
  GRAPH graph:touched { ?thing step:lost true }
  FILTER NOT EXISTS {
    GRAPH ?graph { ?thing a ?class }
    FILTER(?graph != graph:touched)
  }
  BIND(NOW() AS ?now)
}
