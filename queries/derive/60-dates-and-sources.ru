# When is each touched partnership first and last heard of, and in how many different texts?
# Kapan tiap kemitraan yang tersentuh pertama dan terakhir disebut, dan dalam berapa teks yang berbeda?
#
# A founding date counts as the first. Copies of a press release are one text, that of the first original.
PREFIX cr: <https://w3id.org/cityrel/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX graph: <https://w3id.org/cityrel/graph/>
PREFIX step: <urn:x-cityrel:step#>

INSERT { GRAPH graph:derived { ?partnership cr:firstDate ?first } }
WHERE {
  {
    SELECT ?partnership (MIN(?time) AS ?text)
    WHERE {
      GRAPH graph:touched {
        ?partnership a step:Partnership .
        ?claim step:of ?partnership .
        { ?claim step:time ?time } UNION { ?claim step:founded ?time }
      }
    }
    GROUP BY ?partnership
  }
  BIND(IF(STRLEN(?text) = 4, xsd:gYear, IF(STRLEN(?text) = 7, xsd:gYearMonth, xsd:date)) AS ?type)
  BIND(STRDT(?text, ?type) AS ?first)
} ;

INSERT { GRAPH graph:derived { ?partnership cr:lastDate ?last } }
WHERE {
  {
    SELECT ?partnership (MAX(?time) AS ?text)
    WHERE { GRAPH graph:touched { ?claim step:of ?partnership ; step:time ?time } }
    GROUP BY ?partnership
  }
  BIND(IF(STRLEN(?text) = 4, xsd:gYear, IF(STRLEN(?text) = 7, xsd:gYearMonth, xsd:date)) AS ?type)
  BIND(STRDT(?text, ?type) AS ?last)
} ;

INSERT { GRAPH graph:derived { ?partnership cr:sourceCount ?count } }
WHERE {
  SELECT ?partnership (COUNT(DISTINCT ?text) AS ?count)
  WHERE { GRAPH graph:touched { ?claim step:of ?partnership ; step:text ?text } }
  GROUP BY ?partnership
}
