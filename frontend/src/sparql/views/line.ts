/* A line through values that have an order of their own. */

import { svg } from "../../shared/dom";
import { extent, type Scale, scaled } from "../../shared/scale";
import type { Series } from "../series";
import type { Context } from "./context";

const WIDTH = 720;
const HEIGHT = 320;
const LEFT = 56;
const RIGHT = WIDTH - 20;
const TOP = 14;
const BOTTOM = HEIGHT - 30;

type Mark = Series["values"][number];

interface Plane {
  readonly x: Scale;
  readonly y: Scale;
  readonly numbers: Intl.NumberFormat;
}

/** Give the drawing of a line from the least to the greatest, over an axis that begins at zero. */
export function line(values: readonly Mark[], context: Context): SVGSVGElement {
  const marks = values.toSorted((one, other) => one.at - other.at);
  const heights = [0, ...marks.map(({ value }) => value)];
  const plane: Plane = {
    x: scaled(
      marks.map(({ at }) => at),
      LEFT,
      RIGHT,
    ),
    y: scaled(heights, BOTTOM, TOP),
    numbers: new Intl.NumberFormat(context.language),
  };
  const points = marks.map(({ at, value }) => `${plane.x(at)},${plane.y(value)}`).join(" ");
  return svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img" },
    ...extent(heights).flatMap((height) => level(height, plane)),
    svg("polyline", { points, class: "line" }),
    ...marks.map((mark) => dot(mark, plane)),
    ...ends(marks, plane),
  );
}

function level(height: number, { y, numbers }: Plane): SVGElement[] {
  const ends = { x1: `${LEFT}`, x2: `${RIGHT}`, y1: `${y(height)}`, y2: `${y(height)}` };
  const place = { x: `${LEFT - 8}`, y: `${y(height) + 4}`, "text-anchor": "end" };
  return [svg("line", { ...ends, class: "axis" }), svg("text", place, numbers.format(height))];
}

function dot({ at, value, label }: Mark, { x, y, numbers }: Plane): SVGElement {
  const title = svg("title", {}, `${label}: ${numbers.format(value)}`);
  return svg("circle", { cx: `${x(at)}`, cy: `${y(value)}`, r: "3.5", class: "mark" }, title);
}

function ends(marks: readonly Mark[], { x }: Plane): SVGElement[] {
  const [first, last] = [marks[0], marks.at(-1)];
  const end = (mark: Mark | undefined, anchor: string) =>
    mark
      ? [svg("text", { x: `${x(mark.at)}`, y: `${HEIGHT - 8}`, "text-anchor": anchor }, mark.label)]
      : [];
  return [...end(first, "start"), ...end(last, "end")];
}
