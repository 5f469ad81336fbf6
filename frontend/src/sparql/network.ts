/* A graph as nodes and links to draw: things are nodes, texts about them are not. */

import type { Term, Triple } from "./results";

export interface NetworkNode {
  readonly id: string;
  readonly term: Term;
  readonly name: string;
}

export interface NetworkLink {
  readonly source: string;
  readonly target: string;
  readonly predicate: string;
}

export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly links: readonly NetworkLink[];
  /** How many nodes there are; those with most links are in `nodes`. */
  readonly count: number;
}

const NAMES = [
  "http://www.w3.org/2000/01/rdf-schema#label",
  "http://www.w3.org/2004/02/skos/core#prefLabel",
  "http://xmlns.com/foaf/0.1/name",
];

/** Give the network of triples: at most so many nodes, those with most links. */
export function networkOf(triples: readonly Triple[], most: number, language: string): Network {
  const names = namesIn(triples, language);
  const between = triples.filter(({ object }) => object.type !== "literal");
  const weights = new Map<string, number>();
  const terms = new Map<string, Term>();
  for (const { subject, object } of triples) {
    for (const term of object.type === "literal" ? [subject] : [subject, object]) {
      terms.set(key(term), term);
      weights.set(key(term), (weights.get(key(term)) ?? 0) + 1);
    }
  }
  const chosen = [...terms.keys()]
    .sort((one, other) => (weights.get(other) ?? 0) - (weights.get(one) ?? 0))
    .slice(0, most);
  const inside = new Set(chosen);
  return {
    nodes: chosen.flatMap((id) => node(id, terms.get(id), names)),
    links: between
      .map(link)
      .filter(({ source, target }) => inside.has(source) && inside.has(target)),
    count: terms.size,
  };
}

function node(id: string, term: Term | undefined, names: ReadonlyMap<string, Term>): NetworkNode[] {
  return term ? [{ id, term, name: names.get(id)?.value ?? term.value }] : [];
}

function link({ subject, predicate, object }: Triple): NetworkLink {
  return { source: key(subject), target: key(object), predicate: predicate.value };
}

function namesIn(triples: readonly Triple[], language: string): ReadonlyMap<string, Term> {
  const names = new Map<string, Term>();
  for (const { subject, predicate, object } of triples) {
    if (!NAMES.includes(predicate.value) || object.type !== "literal") continue;
    const known = names.get(key(subject));
    if (!known || (object.language === language && known.language !== language))
      names.set(key(subject), object);
  }
  return names;
}

function key(term: Term): string {
  return term.type === "bnode" ? `_:${term.value}` : term.value;
}
