/* The same question from a program. The query is written so that no character of it ends the text it stands in. */

import { SparqlLanguage } from "codemirror-lang-sparql";

export type Language = "Python" | "R" | "curl";

export const LANGUAGES: readonly Language[] = ["Python", "R", "curl"];

/** Give a program that asks a query at an endpoint, and shows its rows or its graph. */
export function snippet(language: Language, endpoint: string, query: string): string {
  const form = asksForGraph(query) ? GRAPH : ROWS;
  return { Python: python, R: r, curl }[language](endpoint, query.trim(), form);
}

/** What a program asks for, and how it shows that. */
interface Form {
  readonly mediaType: string;
  readonly format: string;
  readonly python: string;
  readonly library: string;
  readonly r: string;
}

const ROWS: Form = {
  mediaType: "text/csv",
  format: "JSON",
  python: `for row in endpoint.queryAndConvert()["results"]["bindings"]:
    print({name: term["value"] for name, term in row.items()})`,
  library: "library(httr2)\nlibrary(readr)",
  r: "print(read_csv(I(answer)))",
};

const GRAPH: Form = {
  mediaType: "text/turtle",
  format: "TURTLE",
  python: "print(endpoint.queryAndConvert().decode())",
  library: "library(httr2)",
  r: "cat(answer)",
};

function asksForGraph(query: string): boolean {
  let found = false;
  SparqlLanguage.parser.parse(query).iterate({
    enter(node) {
      found ||= node.name === "ConstructQuery" || node.name === "DescribeQuery";
    },
  });
  return found;
}

function python(endpoint: string, query: string, form: Form): string {
  return `from SPARQLWrapper import ${form.format}, SPARQLWrapper

endpoint = SPARQLWrapper(${JSON.stringify(endpoint)})
endpoint.setQuery(${pythonText(query)})
endpoint.setMethod("POST")
endpoint.setReturnFormat(${form.format})
endpoint.setOnlyConneg(True)

${form.python}
`;
}

function pythonText(query: string): string {
  const plain = !query.includes('"""') && !query.endsWith('"') && !query.includes("\\");
  return plain ? `"""\n${query}\n"""` : JSON.stringify(query);
}

function r(endpoint: string, query: string, form: Form): string {
  return `${form.library}

query <- ${rText(query)}

answer <- request(${JSON.stringify(endpoint)}) |>
  req_headers(Accept = "${form.mediaType}") |>
  req_body_form(query = query) |>
  req_perform() |>
  resp_body_string()

${form.r}
`;
}

function rText(query: string): string {
  let dashes = "";
  while (query.includes(`)${dashes}"`)) dashes += "-";
  return `r"${dashes}(${query})${dashes}"`;
}

function curl(endpoint: string, query: string, form: Form): string {
  const lines = query.split("\n");
  let end = "QUERY";
  while (lines.includes(end)) end += "_";
  return `curl --fail-with-body --header 'Accept: ${form.mediaType}' \\
  --data-urlencode query@- '${endpoint.replaceAll("'", "%27")}' <<'${end}'
${query}
${end}
`;
}
