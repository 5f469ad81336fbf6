/* Bars, one for each row. */

import { svg } from "../../shared/dom";
import { extent } from "../../shared/scale";
import { clipped } from "../../shared/texts";
import type { Series } from "../series";
import { shortened } from "../terms";
import type { Context } from "./context";

/** Bars that are drawn; more cannot be told apart. */
export const MOST_BARS = 40;

const WIDTH = 720;
const ROW = 26;
const GAP = 4;
const BASELINE = 17;
/** Room for the names at the left, and for the numbers at the right. */
const NAMES = 220;
const NUMBERS = 90;
const LONGEST_NAME = 30;

type Bar = Series["values"][number];

/** Give the drawing of bars, from the first at the top. */
export function bars(values: readonly Bar[], context: Context): SVGSVGElement {
  const [least, most] = extent([0, ...values.map(({ value }) => value)]);
  const across = (value: number) =>
    NAMES + ((value - least) / (most - least || 1)) * (WIDTH - NAMES - NUMBERS);
  const rows = values.map((bar, index) => row(bar, index, across, context));
  return svg("svg", { viewBox: `0 0 ${WIDTH} ${values.length * ROW}`, role: "img" }, ...rows);
}

function row(
  { label, value }: Bar,
  index: number,
  across: (value: number) => number,
  context: Context,
): SVGElement {
  const name = shortened(label, context.vocabulary.prefixes);
  const number = new Intl.NumberFormat(context.language).format(value);
  const [from, to] = [across(Math.min(0, value)), across(Math.max(0, value))];
  const bar = { x: `${from}`, y: `${GAP}`, width: `${Math.max(to - from, 1)}`, class: "bar" };
  return svg(
    "g",
    { transform: `translate(0 ${index * ROW})` },
    svg("title", {}, `${name}: ${number}`),
    text(NAMES - 8, "end", clipped(name, LONGEST_NAME)),
    svg("rect", { ...bar, height: `${ROW - 2 * GAP}` }),
    text(to + 6, "start", number),
  );
}

function text(x: number, anchor: string, words: string): SVGElement {
  return svg("text", { x: `${x}`, y: `${BASELINE}`, "text-anchor": anchor }, words);
}
