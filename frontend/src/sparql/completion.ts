/* What the editor offers while one types: terms of the ontology, prefixes, variables, words of SPARQL. */

import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import type { EditorView } from "@codemirror/view";
import { matching } from "./matching";
import { missingPrefix } from "./prefixes";
import type { TermKind, Vocabulary, VocabularyTerm } from "./terms";

const WORDS = (
  "ASK BIND BY CONSTRUCT COUNT DESCRIBE DISTINCT EXISTS FILTER FROM GRAPH GROUP HAVING LANG LIMIT " +
  "MINUS NAMED NOT OFFSET OPTIONAL ORDER PREFIX REGEX SELECT STR UNION VALUES WHERE"
).split(" ");

const ICONS: Readonly<Record<TermKind, string>> = {
  class: "class",
  property: "property",
  concept: "constant",
};

/** Give the source of completions for a vocabulary that may arrive later. */
export function completions(vocabulary: () => Vocabulary) {
  return (context: CompletionContext): CompletionResult | null => {
    if (inText(context)) return null;
    const variable = context.matchBefore(/[?$]\w*/);
    if (variable) return { from: variable.from, options: variables(context, variable.text) };
    const typed = context.matchBefore(/[\p{L}\p{N}_][\p{L}\p{N}_.:-]*/u);
    if (!typed && !context.explicit) return null;
    const options = named(vocabulary(), typed?.text ?? "");
    return { from: typed?.from ?? context.pos, options, filter: false };
  };
}

function inText(context: CompletionContext): boolean {
  const name = syntaxTree(context.state).resolveInner(context.pos, -1).name;
  return name === "Comment" || name === "String" || name === "IriRef";
}

function variables(context: CompletionContext, typed: string): Completion[] {
  const all = context.state.doc.toString().match(/[?$]\w+/g) ?? [];
  return [...new Set(all)]
    .filter((name) => name !== typed)
    .map((label) => ({ label, type: "variable" }));
}

function named(vocabulary: Vocabulary, typed: string): Completion[] {
  const lower = typed.toLowerCase();
  const prefixes = Object.keys(vocabulary.prefixes).filter((prefix) => prefix.startsWith(lower));
  const words = WORDS.filter((word) => lower && word.startsWith(lower.toUpperCase()));
  return [
    ...words.map((label) => ({ label, type: "keyword" })),
    ...matching(vocabulary.terms, typed).map((term) => ofTerm(term, vocabulary)),
    ...prefixes.map((prefix) => ofPrefix(prefix, vocabulary)),
  ];
}

function ofTerm(term: VocabularyTerm, vocabulary: Vocabulary): Completion {
  const info = term.comment ? { info: term.comment } : {};
  return {
    label: term.name,
    detail: term.label,
    type: ICONS[term.kind],
    ...info,
    apply: inserting(term.name, vocabulary),
  };
}

function ofPrefix(prefix: string, vocabulary: Vocabulary): Completion {
  const detail = vocabulary.prefixes[prefix] ?? "";
  return {
    label: `${prefix}:`,
    detail,
    type: "namespace",
    apply: inserting(`${prefix}:`, vocabulary),
  };
}

/** Give what writes a name, and above it the line that declares its prefix, as one step to undo. */
function inserting(name: string, vocabulary: Vocabulary) {
  return (view: EditorView, _option: Completion, from: number, to: number): void => {
    const prefix = name.split(":", 1)[0] ?? "";
    const written = { from, to, insert: name };
    const line = missingPrefix(view.state.doc.toString(), prefix, vocabulary.prefixes);
    const shift = line && line.from <= from ? line.insert.length : 0;
    view.dispatch({
      changes: line ? [line, written] : written,
      selection: { anchor: from + shift + name.length },
      userEvent: "input.complete",
    });
  };
}
