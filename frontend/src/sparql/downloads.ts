/* The whole answer as a file, in every format that its form has. */

import { html } from "../shared/dom";
import type { Say } from "../shared/texts";
import type { Result } from "./results";

const OF_RESULTS = { csv: "CSV", tsv: "TSV", json: "JSON", xml: "XML" };
const OF_GRAPHS = { ttl: "Turtle", nt: "N-Triples", jsonld: "JSON-LD", rdf: "RDF/XML" };

/** Characters of an address that every server takes. */
const LONGEST_ADDRESS = 4000;

/** Give the line that offers files; null stands for an answer whose form is not known. */
export function downloads(
  endpoint: string,
  query: string,
  form: Result["form"] | null,
  say: Say,
): HTMLElement {
  const known = {
    ...(form === "graph" ? {} : OF_RESULTS),
    ...(form === "graph" || !form ? OF_GRAPHS : {}),
  };
  const ways = Object.entries(known).map(([format, name]) => way(endpoint, query, format, name));
  return html(
    "p",
    { class: "data downloads" },
    say("take"),
    ...ways.flatMap((made) => [" ", made]),
  );
}

function way(endpoint: string, query: string, format: string, name: string): HTMLElement {
  const address = `${endpoint}?${new URLSearchParams({ query, format })}`;
  if (address.length > LONGEST_ADDRESS) return posting(endpoint, query, format, name);
  return html("a", { href: address, download: `cityrel.${format}` }, name);
}

/** A query that is too long for an address goes as a form. */
function posting(endpoint: string, query: string, format: string, name: string): HTMLElement {
  const field = (key: string, value: string) => html("input", { type: "hidden", name: key, value });
  return html(
    "form",
    { method: "post", action: endpoint, class: "inline" },
    field("query", query),
    field("format", format),
    html("button", { class: "link" }, name),
  );
}
