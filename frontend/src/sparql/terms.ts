/* The classes, properties and concepts of the ontology, and the prefixes that name them. */

export type TermKind = "class" | "property" | "concept";

export interface VocabularyTerm {
  /** With its prefix, such as cr:City. */
  readonly name: string;
  readonly kind: TermKind;
  readonly label: string;
  readonly comment: string;
}

export interface Vocabulary {
  readonly prefixes: Readonly<Record<string, string>>;
  /** Where things of this site live, and which first parts of a path have pages. */
  readonly base: string;
  readonly pages: readonly string[];
  readonly terms: readonly VocabularyTerm[];
}

export const NO_VOCABULARY: Vocabulary = { prefixes: {}, base: "", pages: [], terms: [] };

/** Fetch the vocabulary; the page works without, so that trouble gives an empty one. */
export async function fetchVocabulary(address: string): Promise<Vocabulary> {
  try {
    const reply = await fetch(address, { headers: { Accept: "application/json" } });
    return reply.ok ? ((await reply.json()) as Vocabulary) : NO_VOCABULARY;
  } catch {
    return NO_VOCABULARY;
  }
}

/** Write an IRI with the longest prefix that fits and leaves a plain local name; else as it is. */
export function shortened(iri: string, prefixes: Readonly<Record<string, string>>): string {
  let best = "";
  let name = iri;
  for (const [prefix, space] of Object.entries(prefixes)) {
    if (space.length <= best.length || !iri.startsWith(space)) continue;
    const local = iri.slice(space.length);
    if (!/^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?$/u.test(local)) continue;
    best = space;
    name = `${prefix}:${local}`;
  }
  return name;
}

/** Give the address that a link to an IRI leads to: a page here, or its own on the web; null for a script. */
export function linkOf(iri: string, vocabulary: Vocabulary): string | null {
  if (vocabulary.base && iri.startsWith(vocabulary.base)) {
    const path = iri.slice(vocabulary.base.length);
    if (vocabulary.pages.includes(path.split("/", 1)[0] ?? "")) return new URL(path, root()).href;
  }
  return /^https?:\/\/[^/]/i.test(iri) ? iri : null;
}

function root(): string {
  return new URL("./", document.baseURI).href;
}
