/* Bars or a line for numbers. The table says the same in words. */

import { html, svg } from "../../shared/dom";
import type { Series } from "../series";
import { shortened } from "../terms";
import type { Context } from "./context";

/** Bars that are drawn; more cannot be told apart. */
const MOST_BARS = 40;
const WIDTH = 720;
const ROW = 26;
const LABELS = 220;
const HEIGHT = 320;
const EDGE = 56;

/** Give the chart of a series with a line that says what it shows. */
export function chartView(series: Series, context: Context): HTMLElement {
  const [across, up] = series.names;
  const shown = series.shape === "bars" ? series.values.slice(0, MOST_BARS) : series.values;
  const drawing = series.shape === "bars" ? bars(shown, context) : line(shown, context);
  const label = context.say("chart_label", { across, up });
  drawing.setAttribute("aria-label", label);
  const rest = shown.length < series.values.length;
  const cut = rest
    ? ` ${context.say("shown_of", { shown: shown.length, count: series.values.length })}`
    : "";
  return html("figure", { class: "chart" }, drawing, html("figcaption", {}, label + cut));
}

function bars(values: Series["values"], context: Context): SVGSVGElement {
  const least = Math.min(0, ...values.map(({ value }) => value));
  const most = Math.max(0, ...values.map(({ value }) => value));
  const numbers = new Intl.NumberFormat(context.language);
  const scale = (value: number) => ((value - least) / (most - least || 1)) * (WIDTH - LABELS - 90);
  const rows = values.map(({ label, value }, index) => {
    const name = shortened(label, context.vocabulary.prefixes);
    const from = LABELS + scale(Math.min(0, value));
    const length = Math.max(scale(Math.max(0, value)) - scale(Math.min(0, value)), 1);
    const y = index * ROW;
    return svg(
      "g",
      { transform: `translate(0 ${y})` },
      svg("title", {}, `${name}: ${numbers.format(value)}`),
      svg("text", { x: `${LABELS - 8}`, y: "17", "text-anchor": "end" }, clipped(name, 30)),
      svg("rect", { x: `${from}`, y: "4", width: `${length}`, height: `${ROW - 8}`, class: "bar" }),
      svg("text", { x: `${from + length + 6}`, y: "17" }, numbers.format(value)),
    );
  });
  return canvas(WIDTH, values.length * ROW, rows);
}

function line(values: Series["values"], context: Context): SVGSVGElement {
  const ordered = values.toSorted((one, other) => one.at - other.at);
  const x = scaled(
    ordered.map(({ at }) => at),
    EDGE,
    WIDTH - 20,
  );
  const y = scaled([0, ...ordered.map(({ value }) => value)], HEIGHT - 30, 14);
  const points = ordered.map(({ at, value }) => `${x(at)},${y(value)}`);
  const numbers = new Intl.NumberFormat(context.language);
  const [least, most] = extent([0, ...ordered.map(({ value }) => value)]);
  const marks = ordered.map(({ at, value, label }) =>
    svg(
      "circle",
      { cx: `${x(at)}`, cy: `${y(value)}`, r: "3.5", class: "mark" },
      svg("title", {}, `${label}: ${numbers.format(value)}`),
    ),
  );
  const level = (value: number) => [
    svg("line", {
      x1: `${EDGE}`,
      x2: `${WIDTH - 20}`,
      y1: `${y(value)}`,
      y2: `${y(value)}`,
      class: "axis",
    }),
    svg(
      "text",
      { x: `${EDGE - 8}`, y: `${y(value) + 4}`, "text-anchor": "end" },
      numbers.format(value),
    ),
  ];
  const end = (at: number, anchor: string, label: string) =>
    svg("text", { x: `${x(at)}`, y: `${HEIGHT - 8}`, "text-anchor": anchor }, label);
  const first = ordered[0];
  const last = ordered.at(-1);
  return canvas(WIDTH, HEIGHT, [
    ...level(least),
    ...level(most),
    svg("polyline", { points: points.join(" "), class: "line" }),
    ...marks,
    ...(first ? [end(first.at, "start", first.label)] : []),
    ...(last ? [end(last.at, "end", last.label)] : []),
  ]);
}

function canvas(width: number, height: number, children: readonly SVGElement[]): SVGSVGElement {
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img" }, ...children);
}

function extent(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function scaled(values: readonly number[], from: number, to: number): (value: number) => number {
  const [least, most] = extent(values);
  return (value) => from + ((value - least) / (most - least || 1)) * (to - from);
}

function clipped(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
