/* The buttons and lists around the editor. */

import { copied } from "../shared/copy";
import { button, html, need } from "../shared/dom";
import { addressOf, showInAddress } from "./address";
import type { Editor } from "./editor";
import { forget, type Keeper, kept, summary } from "./history";
import type { Page } from "./page";
import { LANGUAGES, type Language, snippet } from "./snippets";

export interface Controls {
  readonly tell: (text: string) => void;
  readonly running: (state: boolean) => void;
}

/** Add cancelling, the link to share and the line that says what happens. */
export function addControls(page: Page, editor: Editor, cancel: () => void): Controls {
  const state = html("p", { class: "state", role: "status" });
  const stop = button(page.say("cancel"), cancel, { class: "quieter" });
  stop.hidden = true;
  const tell = (text: string) => state.replaceChildren(text);
  const share = button(page.say("copy_link"), () => void copyLink(page, editor, tell), {
    class: "quieter",
  });
  need(page.form, ".actions button").after(" ", stop, " ", share);
  page.form.append(state);
  return {
    tell,
    running(busy) {
      stop.hidden = !busy;
      page.form.setAttribute("aria-busy", String(busy));
    },
  };
}

async function copyLink(page: Page, editor: Editor, tell: (text: string) => void): Promise<void> {
  const address = addressOf(editor.text(), window.location.href);
  showInAddress(editor.text());
  tell(page.say((await copied(address)) ? "link_copied" : "link_in_address"));
}

/** Let the examples of the page run where they are, instead of opening another page. */
export function runExamples(list: HTMLElement, open: (query: string) => void): void {
  list.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const query = link ? new URL(link.href).searchParams.get("query") : null;
    if (query === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(query);
  });
}

export interface Recent {
  readonly box: HTMLElement;
  refresh(): void;
}

/** Give the list of the last queries, with a button that forgets them. */
export function recentQueries(page: Page, storage: Keeper, open: (query: string) => void): Recent {
  const list = html("ol", { class: "plain" });
  const clear = button(page.say("forget"), () => clearAll(), { class: "quieter" });
  const note = html("p", { class: "quiet" }, page.say("recent_note"));
  const box = html(
    "details",
    { class: "recent" },
    html("summary", {}, page.say("recent")),
    note,
    list,
    clear,
  );
  const refresh = () => {
    const queries = kept(storage);
    list.replaceChildren(
      ...queries.map((query) =>
        html(
          "li",
          {},
          button(summary(query), () => open(query), { class: "link", title: query }),
        ),
      ),
    );
    clear.hidden = !queries.length;
    note.textContent = page.say(queries.length ? "recent_note" : "recent_none");
  };
  const clearAll = () => {
    forget(storage);
    refresh();
  };
  refresh();
  return { box, refresh };
}

/** Give the programs that ask the query as it stands when the box is opened. */
export function programs(page: Page, editor: Editor): HTMLElement {
  const code = html("code");
  const said = html("span", { role: "status" });
  let language: Language = "Python";
  const write = () => {
    code.textContent = snippet(language, page.endpoint, editor.text());
    for (const made of buttons) made.setAttribute("aria-pressed", String(made.value === language));
    said.replaceChildren();
  };
  const choose = (chosen: Language) => () => {
    language = chosen;
    write();
  };
  const buttons = LANGUAGES.map((name) => button(name, choose(name), { value: name }));
  const copy = async () =>
    said.replaceChildren(
      page.say((await copied(code.textContent ?? "")) ? "copied" : "not_copied"),
    );
  const chooser = html(
    "div",
    { class: "views", role: "group", "aria-label": page.say("programs") },
    ...buttons,
  );
  const shown = html(
    "pre",
    { tabindex: "0", role: "region", "aria-label": page.say("programs") },
    code,
  );
  const actions = html(
    "p",
    { class: "actions" },
    button(page.say("copy"), () => void copy(), { class: "quieter" }),
    said,
  );
  const box = html(
    "details",
    { class: "programs" },
    html("summary", {}, page.say("programs")),
    chooser,
    shown,
    actions,
  );
  box.addEventListener("toggle", write);
  return box;
}
