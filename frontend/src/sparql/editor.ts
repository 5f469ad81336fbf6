/* The editor: CodeMirror over the form's own field. */

import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { sparql } from "codemirror-lang-sparql";
import { html } from "../shared/dom";
import { completions } from "./completion";
import type { Page } from "./page";
import { missingPrefixes } from "./prefixes";
import { offsetOf, type Refusal } from "./refusal";
import type { Vocabulary } from "./terms";

export interface Editor {
  /** Give the query as it stands. */
  text(): string;
  /** Put another query in place of this one, as one step to undo. */
  replace(query: string): void;
  /** Mark where the endpoint says that something is wrong; null takes the marks away. */
  mark(refusal: Refusal | null): void;
  focus(): void;
}

/** Put an editor in place of the form's field. The field stays in the form, unseen. */
export function openEditor(page: Page, vocabulary: () => Vocabulary, run: () => void): Editor {
  const frame = html("div", { class: "editor" });
  page.field.before(frame);
  const view = new EditorView({
    doc: page.field.value,
    parent: frame,
    extensions: [behaviour(run), writing(vocabulary), looks(page), declaring(vocabulary)],
  });
  page.field.hidden = true;
  page.field.required = false;
  page.form.querySelector("label")?.addEventListener("click", () => view.focus());
  return {
    text: () => view.state.doc.toString(),
    replace: (query) => replace(view, query),
    mark: (refusal) => mark(view, refusal),
    focus: () => view.focus(),
  };
}

function behaviour(run: () => void): Extension {
  const command = () => {
    run();
    return true;
  };
  return [
    keymap.of([
      { key: "Mod-Enter", run: command },
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    history(),
    EditorState.tabSize.of(2),
  ];
}

function writing(vocabulary: () => Vocabulary): Extension {
  return [
    sparql(),
    autocompletion({ override: [completions(vocabulary)], icons: false }),
    closeBrackets(),
    bracketMatching(),
    indentOnInput(),
  ];
}

function looks(page: Page): Extension {
  const name = page.form.querySelector("label")?.textContent ?? "";
  return [
    EditorView.cspNonce.of(page.nonce),
    EditorView.contentAttributes.of({ "aria-label": name, spellcheck: "false" }),
    EditorView.lineWrapping,
    lineNumbers(),
    drawSelection(),
    highlightActiveLine(),
    syntaxHighlighting(classHighlighter),
  ];
}

/** Declare a known prefix as soon as it is written out or pasted. */
function declaring(vocabulary: () => Vocabulary): Extension {
  return EditorView.updateListener.of(({ view, transactions }) => {
    if (
      !transactions.some(
        (change) => change.isUserEvent("input.type") || change.isUserEvent("input.paste"),
      )
    ) {
      return;
    }
    const line = missingPrefixes(view.state.doc.toString(), vocabulary().prefixes);
    if (line) view.dispatch({ changes: line, userEvent: "input.prefix" });
  });
}

function replace(view: EditorView, query: string): void {
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: query },
    selection: { anchor: 0 },
    scrollIntoView: true,
  });
  mark(view, null);
}

function mark(view: EditorView, refusal: Refusal | null): void {
  const marks = refusal ? marksOf(view.state.doc.toString(), refusal) : [];
  view.dispatch(setDiagnostics(view.state, marks));
  const first = marks[0];
  if (first) view.dispatch({ selection: { anchor: first.from }, scrollIntoView: true });
}

/** The endpoint counts from where the query begins, without the white space before it. */
function marksOf(text: string, { place, message }: Refusal): Diagnostic[] {
  if (!place) return [];
  const query = text.trimStart();
  const from = text.length - query.length + offsetOf(query, place);
  const word = /^[^\s{}()]+/.exec(text.slice(from))?.[0].length ?? 0;
  return [
    { from, to: Math.min(from + Math.max(word, 1), text.length), severity: "error", message },
  ];
}
