# Which of the things that were retracted are stated again?
# Hal mana saja yang pernah ditarik dan kini dinyatakan lagi?
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX step: <urn:x-cityrel:step#>

DELETE { GRAPH graph:removed { ?thing prov:invalidatedAtTime ?time } }
WHERE {
  GRAPH graph:touched { ?thing step:returned true }
  GRAPH graph:removed { ?thing prov:invalidatedAtTime ?time }
}
