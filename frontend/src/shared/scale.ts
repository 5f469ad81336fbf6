/* From values to places in a drawing. */

export type Scale = (value: number) => number;

/** Give the least and the greatest of values. */
export function extent(values: readonly number[]): readonly [number, number] {
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}

/** Give what lays values out evenly from one place to another; values that are all equal lie at the first. */
export function scaled(values: readonly number[], from: number, to: number): Scale {
  const [least, most] = extent(values);
  return (value) => from + ((value - least) / (most - least || 1)) * (to - from);
}
