/* Which terms of the ontology a half-written name may mean. */

import type { VocabularyTerm } from "./terms";

const MOST = 50;

/** Give the terms that fit, the best first: by name, by local name, by label, then anywhere within. */
export function matching(terms: readonly VocabularyTerm[], typed: string): VocabularyTerm[] {
  const wanted = typed.toLowerCase();
  return terms
    .map((term) => ({ term, rank: rank(term, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((one, other) => one.rank - other.rank || (one.term.name < other.term.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ term }) => term);
}

const NO_MATCH = 5;

function rank(term: VocabularyTerm, wanted: string): number {
  const name = term.name.toLowerCase();
  const label = term.label.toLowerCase();
  const fits = [
    name.startsWith(wanted),
    name.slice(name.indexOf(":") + 1).startsWith(wanted),
    label.startsWith(wanted),
    name.includes(wanted),
    label.includes(wanted),
  ];
  const first = fits.indexOf(true);
  return first < 0 ? NO_MATCH : first;
}
