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

export interface VocabularySource {
  /** Give the vocabulary, empty until it has come. */
  now(): Vocabulary;
  /** Give the vocabulary when it has come, or as it is after a short while. */
  soon(): Promise<Vocabulary>;
}

/** Milliseconds that an answer waits for short names; they are not worth more. */
const SHORT_WHILE = 1000;

/** Fetch the vocabulary. The page works without. */
export function vocabularyFrom(address: string): VocabularySource {
  let known = NO_VOCABULARY;
  const arrived = fetchVocabulary(address).then((fetched) => {
    known = fetched;
  });
  return {
    now: () => known,
    async soon() {
      await Promise.race([arrived, new Promise((go) => setTimeout(go, SHORT_WHILE))]);
      return known;
    },
  };
}

/** Fetch the vocabulary; any trouble gives an empty one. */
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
