/* The answer as it came, in letters. */

import { html } from "../../shared/dom";
import type { Context } from "./context";

/** Characters that are shown; a browser stands still over more. */
const MOST = 300_000;

/** Give the text of an answer, JSON set out in lines. */
export function textView(body: string, context: Context): HTMLElement {
  const text = setOut(body);
  const note = html(
    "p",
    { class: "note" },
    context.say("text_cut", { shown: MOST, count: text.length }),
  );
  const shown = html("code", {}, text.slice(0, MOST));
  const region = { tabindex: "0", role: "region", "aria-label": context.say("result") };
  return html("div", {}, ...(text.length > MOST ? [note] : []), html("pre", region, shown));
}

function setOut(body: string): string {
  if (!/^\s*[{[]/.test(body)) return body;
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
