/* One visit: queries run one at a time, and what happens is said. */

import { showInAddress } from "./address";
import type { Editor } from "./editor";
import type { Page } from "./page";
import { type Panel, titleOf } from "./panel";
import { ask, Refused } from "./request";
import { readResult } from "./results";
import { troubleOf } from "./trouble";

export interface Session {
  run(): Promise<void>;
  cancel(): void;
}

export interface Parts {
  readonly page: Page;
  readonly editor: Editor;
  readonly panel: Panel;
  /** Say what happens, aloud where the browser reads aloud. */
  readonly tell: (text: string) => void;
  /** Show whether a query runs. */
  readonly running: (state: boolean) => void;
  /** Note a query that ran. */
  readonly note: (query: string) => void;
}

/** Why a query was cancelled that another one follows: of this nothing is said. */
class Superseded extends Error {}

/** Open the session of a page. */
export function openSession(parts: Parts): Session {
  let current: AbortController | null = null;
  return {
    async run() {
      current?.abort(new Superseded());
      const own = new AbortController();
      current = own;
      await answered(parts, own.signal);
      if (current === own) parts.running(false);
    },
    cancel: () => current?.abort(),
  };
}

async function answered(parts: Parts, signal: AbortSignal): Promise<void> {
  const { page, editor, panel } = parts;
  const query = editor.text();
  if (!query.trim()) {
    parts.tell(page.say("empty"));
    return;
  }
  started(parts, query);
  try {
    const reply = await ask(page.endpoint, query.trim(), signal);
    const result = await readResult(reply.body, reply.mediaType);
    signal.throwIfAborted();
    await panel.showResult(query.trim(), reply, result);
    const seconds = (reply.milliseconds / 1000).toFixed(2);
    parts.tell(page.say("done", { what: titleOf(result, page), seconds: Number(seconds) }));
  } catch (error) {
    failed(parts, query, error);
  }
}

function started({ page, editor, panel, ...parts }: Parts, query: string): void {
  panel.clear();
  editor.mark(null);
  parts.running(true);
  parts.tell(page.say("running"));
  parts.note(query);
  showInAddress(query);
}

function failed(parts: Parts, query: string, error: unknown): void {
  const { say } = parts.page;
  if (error instanceof Superseded) return;
  if (error instanceof DOMException && error.name === "AbortError") {
    parts.tell(say("cancelled"));
    return;
  }
  parts.panel.showTrouble(troubleOf(error, say), query.trim());
  if (error instanceof Refused) parts.editor.mark(error.refusal);
  parts.tell("");
}
