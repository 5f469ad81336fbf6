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
import { vocabularyFrom } from "./terms";
import "./editor.css";

type Open = (query: string) => void;

function start(page: Page): void {
  const vocabulary = vocabularyFrom(page.terms);
  const run = () => {
    dropServersAnswer();
    void session.run();
  };
  const editor = openEditor(page, vocabulary.now, run);
  const open = (query: string) => {
    editor.replace(query);
    run();
  };
  const note = addRecent(page, editor, open);
  const panel = openPanel(page, vocabulary);
  page.form.parentElement?.after(panel.section);
  const controls = addControls(page, editor, () => session.cancel());
  const session: Session = openSession({ page, editor, panel, ...controls, note });
  listen(page, run, open);
  if (!markFailure(editor)) showAsked(open);
}

/** Add the last queries and the programs below the form; give what notes a query. */
function addRecent(page: Page, editor: Editor, open: Open): Open {
  const storage = browserStorage();
  const recent = recentQueries(page, storage, open);
  page.form.after(recent.box, programs(page, editor));
  return (query) => {
    keep(query, storage);
    recent.refresh();
  };
}

function listen(page: Page, run: () => void, open: Open): void {
  page.form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  runExamples(need(document, ".examples"), open);
  window.addEventListener("hashchange", () => showAsked(open));
}

function showAsked(open: Open): void {
  const query = queryOf(window.location.href);
  if (query !== null) open(query);
}

/** What the server answered as a page gives way to what the editor gets. */
function dropServersAnswer(): void {
  for (const answer of document.querySelectorAll(".answered, main > .error")) answer.remove();
}

/** Mark what the server said is wrong with the query, as a page; says whether it said anything. */
function markFailure(editor: Editor): boolean {
  const message = document.querySelector("main > .error p")?.textContent;
  if (!message || window.location.hash) return false;
  editor.mark({ status: 0, message, place: placeOf(message) });
  return true;
}

start(readPage(document));
