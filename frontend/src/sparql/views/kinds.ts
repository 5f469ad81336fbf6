/* The ways in which one answer can be looked at. What draws is loaded only when it is asked for. */

import { pointsOf } from "../points";
import { asSolutions, type Result, type Solutions } from "../results";
import { seriesOf } from "../series";
import type { Context } from "./context";
import { tableView } from "./table";
import { textView } from "./text";

export interface Way {
  /** The text that names it. */
  readonly key: "table" | "graph" | "map" | "chart" | "text";
  readonly draw: () => HTMLElement | Promise<HTMLElement>;
}

/** Give the ways that fit an answer, the one that is shown first at the front. */
export function waysOf(result: Result, body: string, context: Context): readonly Way[] {
  const text: Way = { key: "text", draw: () => textView(body, context) };
  if (result.form === "boolean") return [text];
  if (result.form === "solutions") return [...ofSolutions(result, context), text];
  const graph: Way = {
    key: "graph",
    draw: async () => (await import("./graph")).graphView(result.triples, context),
  };
  return [table(asSolutions(result), context), graph, text];
}

function ofSolutions(solutions: Solutions, context: Context): readonly Way[] {
  const ways = [table(solutions, context)];
  const points = pointsOf(solutions);
  if (points.length) {
    ways.push({ key: "map", draw: async () => (await import("./map")).mapView(points, context) });
  }
  const series = seriesOf(solutions);
  if (series) {
    ways.push({
      key: "chart",
      draw: async () => (await import("./chart")).chartView(series, context),
    });
  }
  return ways;
}

function table(solutions: Solutions, context: Context): Way {
  return { key: "table", draw: () => tableView(solutions, context) };
}
