/* The line below a drawing that names what was pointed at. */

import { html } from "../../shared/dom";
import type { Term } from "../results";
import type { Context } from "./context";
import { shown } from "./term";

export interface Picked {
  readonly line: HTMLElement;
  /** Say which thing was pointed at, with a link to it. */
  show(name: string, thing: Term | null): void;
}

/** Make that line; until something is pointed at it says how. */
export function picked(context: Context): Picked {
  const line = html("p", { class: "picked" }, context.say("point_at"));
  return {
    line,
    show(name, thing) {
      const link = thing ? [" ", shown(thing, context.vocabulary)] : [];
      line.replaceChildren(html("bdi", {}, name), ...link);
    },
  };
}
