/* The same question from a program. The query is written so that no character of it ends the text it stands in. */

export type Language = "Python" | "R" | "curl";

export const LANGUAGES: readonly Language[] = ["Python", "R", "curl"];

/** Give a program that asks a query at an endpoint. */
export function snippet(language: Language, endpoint: string, query: string): string {
  return { Python: python, R: r, curl }[language](endpoint, query.trim());
}

function python(endpoint: string, query: string): string {
  return `from SPARQLWrapper import JSON, SPARQLWrapper

endpoint = SPARQLWrapper(${JSON.stringify(endpoint)})
endpoint.setQuery(${pythonText(query)})
endpoint.setMethod("POST")
endpoint.setReturnFormat(JSON)  # of a graph, Turtle comes: take TURTLE instead

for row in endpoint.queryAndConvert()["results"]["bindings"]:
    print({name: term["value"] for name, term in row.items()})
`;
}

function pythonText(query: string): string {
  const plain = !query.includes('"""') && !query.endsWith('"') && !query.includes("\\");
  return plain ? `"""\n${query}\n"""` : JSON.stringify(query);
}

function r(endpoint: string, query: string): string {
  return `library(httr2)
library(readr)

query <- ${rText(query)}

answer <- request(${JSON.stringify(endpoint)}) |>
  req_headers(Accept = "text/csv") |>
  req_body_form(query = query) |>
  req_perform() |>
  resp_body_string()

print(read_csv(I(answer)))
`;
}

function rText(query: string): string {
  let dashes = "";
  while (query.includes(`)${dashes}"`)) dashes += "-";
  return `r"${dashes}(${query})${dashes}"`;
}

function curl(endpoint: string, query: string): string {
  const lines = query.split("\n");
  let end = "QUERY";
  while (lines.includes(end)) end += "_";
  return `curl --fail-with-body --header 'Accept: text/csv' \\
  --data-urlencode query@- '${endpoint.replaceAll("'", "%27")}' <<'${end}'
${query}
${end}
`;
}
