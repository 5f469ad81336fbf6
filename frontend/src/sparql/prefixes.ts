/* Prefixes that a query uses and declares, and the lines that it lacks. */

import { SparqlLanguage } from "codemirror-lang-sparql";

export type Prefixes = Readonly<Record<string, string>>;

export interface Insertion {
  readonly from: number;
  readonly insert: string;
}

interface Found {
  readonly declared: ReadonlySet<string>;
  readonly used: ReadonlySet<string>;
  readonly lastDeclaration: number | null;
  readonly start: number;
}

/** Give the lines that declare known prefixes which a query uses and does not declare; null if none. */
export function missingPrefixes(query: string, known: Prefixes): Insertion | null {
  const found = look(query);
  return declaration(found, [...found.used], known);
}

/** Give the line that declares one prefix, unless the query has it or nobody knows it. */
export function missingPrefix(query: string, prefix: string, known: Prefixes): Insertion | null {
  return declaration(look(query), [prefix], known);
}

function declaration(found: Found, wanted: readonly string[], known: Prefixes): Insertion | null {
  const lines = wanted
    .filter((prefix) => Object.hasOwn(known, prefix) && !found.declared.has(prefix))
    .map((prefix) => `PREFIX ${prefix}: <${known[prefix]}>`);
  if (!lines.length) return null;
  return found.lastDeclaration === null
    ? { from: found.start, insert: `${lines.join("\n")}\n` }
    : { from: found.lastDeclaration, insert: `\n${lines.join("\n")}` };
}

function look(query: string): Found {
  const declared = new Set<string>();
  const used = new Set<string>();
  let lastDeclaration: number | null = null;
  let start: number | null = null;
  SparqlLanguage.parser.parse(query).iterate({
    enter(node) {
      if (start === null && !["Unit", "Comment"].includes(node.name)) start = node.from;
      if (node.name === "PrefixDecl") lastDeclaration = node.to;
      if (node.name !== "Pname_ns" && node.name !== "Pname_ln") return;
      const prefix = query.slice(node.from, node.to).split(":", 1)[0] ?? "";
      (node.node.parent?.name === "PrefixDecl" ? declared : used).add(prefix);
    },
  });
  return { declared, used, lastDeclaration, start: start ?? query.length };
}
