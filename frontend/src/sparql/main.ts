/* The query page. Without this script it is a plain form; with it, an editor that shows answers in place. */

import { need } from "../shared/dom";
import { queryOf } from "./address";
import { addControls, programs, recentQueries, runExamples } from "./controls";
import { type Editor, openEditor } from "./editor";
import { browserStorage, keep } from "./history";
import { type Page, readPage } from "./page";
import { openPanel } from "./panel";
import { placeOf } from "./refusal";
import { openSession, type Session } from "./session";
import { fetchVocabulary, NO_VOCABULARY } from "./terms";
import "./editor.css";

function start(page: Page): void {
  let vocabulary = NO_VOCABULARY;
  const known = () => vocabulary;
  const arrived = fetchVocabulary(page.terms).then((fetched) => {
    vocabulary = fetched;
  });
  const run = () => void arrived.then(() => session.run());
  const editor = openEditor(page, known, run);
  const open = (query: string) => {
    editor.replace(query);
    run();
  };
  const panel = openPanel(page, known);
  const storage = browserStorage();
  const recent = recentQueries(page, storage, open);
  const note = (query: string) => {
    keep(query, storage);
    recent.refresh();
  };
  const controls = addControls(page, editor, () => session.cancel());
  const session: Session = openSession({ page, editor, panel, ...controls, note });
  page.form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  page.form.after(recent.box, programs(page, editor));
  page.form.parentElement?.after(panel.section);
  runExamples(need(document, ".examples"), open);
  window.addEventListener("hashchange", () => showAsked(open));
  if (!failure(editor)) showAsked(open);
}

/** Show the query of the address. What the server answered to it as a page gives way to the editor's answer. */
function showAsked(open: (query: string) => void): void {
  const query = queryOf(window.location.href);
  if (query === null) return;
  document.querySelector(".answered")?.remove();
  open(query);
}

/** Mark what the server said of the query as a page; says whether it said anything. */
function failure(editor: Editor): boolean {
  const message = document.querySelector("main > .error p")?.textContent;
  if (!message || window.location.hash) return false;
  editor.mark({ status: 0, message, place: placeOf(message) });
  return true;
}

start(readPage(document));
