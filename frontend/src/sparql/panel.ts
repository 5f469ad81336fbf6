/* Where an answer is shown: how long it took, how much it is, the ways to look at it, files of it. */

import { button, html } from "../shared/dom";
import { downloads } from "./downloads";
import type { Page } from "./page";
import type { Reply } from "./request";
import type { Result } from "./results";
import type { VocabularySource } from "./terms";
import type { Trouble } from "./trouble";
import type { Context } from "./views/context";
import { type Way, waysOf } from "./views/kinds";

export interface Panel {
  readonly section: HTMLElement;
  showResult(query: string, reply: Reply, result: Result): Promise<void>;
  showTrouble(trouble: Trouble, query: string): void;
  clear(): void;
}

/** Make the panel. */
export function openPanel(page: Page, vocabulary: VocabularySource): Panel {
  const section = html("section", { class: "answer", "aria-labelledby": "answer" });
  section.hidden = true;
  const fill = (...children: Node[]) => {
    section.hidden = !children.length;
    section.replaceChildren(...children);
  };
  return {
    section,
    async showResult(query, reply, result) {
      const context = {
        say: page.say,
        language: page.language,
        vocabulary: await vocabulary.soon(),
      };
      const files = downloads(page.endpoint, query, result.form, page.say);
      const { chooser, view, first } = views(waysOf(result, reply.body, context), context);
      fill(heading(titleOf(result, context)), chooser, view, files);
      await first();
    },
    showTrouble({ title, message, file }, query) {
      const words = html("p", {}, message);
      const box = html("div", { class: "error", role: "alert" }, heading(title), words);
      fill(box, ...(file ? [downloads(page.endpoint, query, null, page.say)] : []));
    },
    clear: () => fill(),
  };
}

/** Say in few words what an answer is. */
export function titleOf(result: Result, { say }: Pick<Context, "say">): string {
  if (result.form === "boolean") return say(result.value ? "yes" : "no");
  if (result.form === "solutions") return say("rows", { count: result.rows.length });
  return say("triples", { count: result.triples.length });
}

function heading(text: string): HTMLElement {
  return html("h2", { id: "answer" }, text);
}

interface Views {
  readonly chooser: HTMLElement;
  readonly view: HTMLElement;
  first(): Promise<void>;
}

function views(ways: readonly Way[], context: Context): Views {
  const view = html("div", { class: "view" });
  let chosen: Way | undefined;
  const choose = async (way: Way) => {
    chosen = way;
    for (const made of buttons) made.setAttribute("aria-pressed", String(made.value === way.key));
    const made = await drawn(way, context);
    if (chosen === way) view.replaceChildren(made);
  };
  const buttons = ways.map((way) =>
    button(context.say(way.key), () => void choose(way), { value: way.key }),
  );
  const chooser = html(
    "div",
    { class: "views", role: "group", "aria-label": context.say("views") },
    ...buttons,
  );
  chooser.hidden = ways.length < 2;
  return { chooser, view, first: async () => void (ways[0] && (await choose(ways[0]))) };
}

async function drawn(way: Way, context: Context): Promise<HTMLElement> {
  try {
    return await way.draw();
  } catch {
    return html("p", { class: "note" }, context.say("cannot_draw"));
  }
}
