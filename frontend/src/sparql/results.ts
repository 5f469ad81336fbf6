/* Answers as values: solutions, yes or no, or a graph. */

export interface Term {
  readonly type: "uri" | "literal" | "bnode" | "triple";
  readonly value: string;
  readonly language?: string;
  readonly datatype?: string;
}

export type Row = Readonly<Record<string, Term>>;

export interface Solutions {
  readonly form: "solutions";
  readonly variables: readonly string[];
  readonly rows: readonly Row[];
}

export interface YesNo {
  readonly form: "boolean";
  readonly value: boolean;
}

export interface Triple {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
}

export interface Graph {
  readonly form: "graph";
  readonly triples: readonly Triple[];
}

export type Result = Solutions | YesNo | Graph;

/** An answer that is not whole or not what it says it is; `told` is the server's own reason, if it gave one. */
export class BrokenAnswer extends Error {
  constructor(
    message: string,
    readonly told: string = "",
  ) {
    super(message);
  }
}

/** Read an answer by its media type. Throws BrokenAnswer. */
export async function readResult(body: string, mediaType: string): Promise<Result> {
  if (mediaType.endsWith("json")) return readJson(body);
  const { readTurtle } = await import("./turtle");
  return { form: "graph", triples: readTurtle(body) };
}

/** Read SPARQL 1.1 results in JSON. Throws BrokenAnswer. */
export function readJson(body: string): Solutions | YesNo {
  const content = parsed(body);
  if (typeof content.boolean === "boolean") return { form: "boolean", value: content.boolean };
  const variables = content.head?.vars;
  const bindings = content.results?.bindings;
  if (!Array.isArray(variables) || !Array.isArray(bindings))
    throw new BrokenAnswer("no results in it");
  return { form: "solutions", variables, rows: bindings.map(readRow) };
}

/** Give a graph as solutions of subject, predicate and object, to show it as a table. */
export function asSolutions(graph: Graph): Solutions {
  const rows = graph.triples.map((triple) => ({ ...triple }));
  return { form: "solutions", variables: ["subject", "predicate", "object"], rows };
}

interface JsonTerm {
  readonly type: string;
  readonly value: unknown;
  readonly "xml:lang"?: string;
  readonly datatype?: string;
}

interface JsonResults {
  readonly boolean?: unknown;
  readonly head?: { readonly vars?: string[] };
  readonly results?: { readonly bindings?: Record<string, JsonTerm>[] };
}

function parsed(body: string): JsonResults {
  try {
    const content: unknown = JSON.parse(body);
    if (typeof content === "object" && content !== null) return content;
  } catch {
    // Said below.
  }
  throw new BrokenAnswer("not whole JSON");
}

function readRow(binding: Record<string, JsonTerm>): Row {
  return Object.fromEntries(Object.entries(binding).map(([name, term]) => [name, readTerm(term)]));
}

function readTerm(term: JsonTerm): Term {
  const value = typeof term.value === "string" ? term.value : quoted(term.value);
  const type = term.type === "typed-literal" ? "literal" : (term.type as Term["type"]);
  return {
    type,
    value,
    ...(term["xml:lang"] ? { language: term["xml:lang"] } : {}),
    ...(term.datatype ? { datatype: term.datatype } : {}),
  };
}

function quoted(value: unknown): string {
  const { subject, predicate, object } = (value ?? {}) as Record<string, JsonTerm | undefined>;
  return [subject, predicate, object].map((part) => (part ? readTerm(part).value : "?")).join(" ");
}
