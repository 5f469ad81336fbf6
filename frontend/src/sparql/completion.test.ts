import { CompletionContext } from "@codemirror/autocomplete";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { sparql } from "codemirror-lang-sparql";
import { expect, it } from "vitest";
import { completions } from "./completion";
import type { Vocabulary } from "./terms";

const CR = "https://w3id.org/cityrel/ontology#";
const VOCABULARY: Vocabulary = {
  prefixes: { cr: CR },
  base: "",
  pages: [],
  terms: [{ name: "cr:City", kind: "class", label: "kota", comment: "Kota besar maupun kecil." }],
};

/** Complete at the bar in a text. */
function complete(text: string, explicit = false) {
  const at = text.indexOf("|");
  const state = EditorState.create({ doc: text.replace("|", ""), extensions: sparql() });
  return completions(() => VOCABULARY)(new CompletionContext(state, at, explicit));
}

function offered(text: string, explicit = false): string[] {
  return complete(text, explicit)?.options.map(({ label }) => label) ?? [];
}

it("offers a term by its label, with its comment", () => {
  expect(complete("ASK { ?s a kot| }")?.options).toMatchObject([
    { label: "cr:City", detail: "kota", info: "Kota besar maupun kecil.", type: "class" },
  ]);
});

it("offers variables of the query, words of SPARQL and prefixes", () => {
  expect(offered("SELECT ?name { ?s ?p ?n| }")).toEqual(["?name", "?s", "?p"]);
  expect(offered("SELECT * { ?s ?p ?o } ord|")).toContain("ORDER");
  expect(offered("ASK { ?s a c| }")).toContain("cr:");
});

it("offers nothing in comments, texts and IRIs, nor before anything is typed", () => {
  expect(offered("# kot|")).toEqual([]);
  expect(offered('ASK { ?s ?p "kot|" }')).toEqual([]);
  expect(offered("ASK { ?s ?p <kot|> }")).toEqual([]);
  expect(offered("ASK { ?s a | }")).toEqual([]);
  expect(offered("ASK { ?s a | }", true)).toContain("cr:City");
});

it("writes a term and declares its prefix in one step, with the cursor behind the term", () => {
  const text = "ASK { ?s a kot }";
  const view = new EditorView({ doc: text, extensions: sparql() });
  const [option] = complete("ASK { ?s a kot| }")?.options ?? [];
  if (!option || typeof option.apply !== "function") throw new Error("nothing offered");
  option.apply(view, option, 11, 14);
  expect(view.state.doc.toString()).toBe(`PREFIX cr: <${CR}>\nASK { ?s a cr:City }`);
  expect(view.state.sliceDoc(0, view.state.selection.main.head)).toMatch(/cr:City$/);
});
