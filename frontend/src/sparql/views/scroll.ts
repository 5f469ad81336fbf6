/* A frame that a keyboard can scroll, for what is wider than the screen. */

import { html } from "../../shared/dom";
import type { Context } from "./context";

/** Put something into such a frame. */
export function framed(content: Element, { say }: Context): HTMLElement {
  const attributes = { tabindex: "0", role: "region", "aria-label": say("result") };
  return html("div", { class: "scroll", ...attributes }, content);
}
