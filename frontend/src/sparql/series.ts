/* Solutions of two columns that can be drawn as bars or as a line. */

import type { Solutions, Term } from "./results";
import { numberOf, timeOf } from "./values";

export interface Series {
  readonly names: readonly [string, string];
  /** A line where what it is measured against has an order of its own: numbers or dates. */
  readonly shape: "bars" | "line";
  readonly values: readonly {
    readonly label: string;
    readonly at: number;
    readonly value: number;
  }[];
}

const MOST = 2000;

/** Give the series of solutions, null where they are not two columns of which the second is all numbers. */
export function seriesOf({ variables, rows }: Solutions): Series | null {
  const [across, up] = variables;
  if (!across || !up || variables.length !== 2 || rows.length < 2 || rows.length > MOST)
    return null;
  const places = rows.map((row) => placeOf(row[across]));
  const heights = rows.map((row) => numberOf(row[up]));
  if (heights.includes(null)) return null;
  const shape = places.includes(null) ? "bars" : "line";
  const values = rows.map((row, index) => ({
    label: row[across]?.value ?? "–",
    at: places[index] ?? index,
    value: heights[index] ?? 0,
  }));
  return { names: [across, up], shape, values };
}

function placeOf(term: Term | undefined): number | null {
  return numberOf(term) ?? timeOf(term);
}
