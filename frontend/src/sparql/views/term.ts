/* A term as it is read: IRIs short and linked, texts with their language. */

import { type Child, html } from "../../shared/dom";
import type { Term } from "../results";
import { linkOf, shortened, type Vocabulary } from "../terms";

/** Give what shows a term. Every name stands in its own direction of writing. */
export function shown(term: Term | undefined, vocabulary: Vocabulary): Child {
  if (!term) return html("span", { class: "quiet" }, "–");
  if (term.type === "uri") return iri(term.value, vocabulary);
  if (term.type === "bnode") return `_:${term.value}`;
  if (term.type === "triple") return html("code", {}, term.value);
  return literal(term);
}

function iri(value: string, vocabulary: Vocabulary): HTMLElement {
  const name = html("bdi", { title: value }, shortened(value, vocabulary.prefixes));
  const address = linkOf(value, vocabulary);
  return address ? html("a", { href: address }, name) : name;
}

function literal(term: Term): HTMLElement {
  const text = html("bdi", term.language ? { lang: term.language } : {}, term.value);
  const language = term.language ? [html("span", { class: "quiet" }, ` @${term.language}`)] : [];
  return html("span", {}, text, ...language);
}
