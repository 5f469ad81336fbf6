/* Numbers as a drawing. The table says the same in words. */

import { html } from "../../shared/dom";
import type { Series } from "../series";
import { bars, MOST_BARS } from "./bars";
import type { Context } from "./context";
import { line } from "./line";
import { framed } from "./scroll";

/** Give the chart of a series with a line that says what it shows. */
export function chartView(series: Series, context: Context): HTMLElement {
  const { shape, values } = series;
  const shown = shape === "bars" ? values.slice(0, MOST_BARS) : values;
  const drawing = shape === "bars" ? bars(shown, context) : line(shown, context);
  const label = captionOf(series, shown.length, context);
  drawing.setAttribute("aria-label", label);
  const caption = html("figcaption", {}, label);
  return html("figure", { class: "chart" }, framed(drawing, context), caption);
}

function captionOf({ names, values }: Series, shown: number, { say }: Context): string {
  const [across, up] = names;
  const label = say("chart_label", { across, up });
  return shown < values.length
    ? `${label} ${say("shown_of", { shown, count: values.length })}`
    : label;
}
