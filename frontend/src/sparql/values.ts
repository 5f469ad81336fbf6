/* Terms as values: numbers, dates, coordinates, and their order. */

import type { Term } from "./results";

const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMERIC = new Set(
  (
    "integer decimal double float int long short byte nonNegativeInteger positiveInteger " +
    "nonPositiveInteger negativeInteger unsignedInt unsignedLong unsignedShort unsignedByte"
  )
    .split(" ")
    .map((name) => XSD + name),
);
const DATES = new Set(["date", "dateTime", "gYear", "gYearMonth"].map((name) => XSD + name));

const UNBOUND = 0;
const NUMBER = 1;
const DATE = 2;
const TEXT = 3;

/** Give the number that a term is, null for anything else. */
export function numberOf(term: Term | undefined): number | null {
  if (!term?.datatype || !NUMERIC.has(term.datatype)) return null;
  const value = Number(term.value);
  return Number.isFinite(value) ? value : null;
}

/** Give a date's time in milliseconds, a year or month by its first day; null for anything else. */
export function timeOf(term: Term | undefined): number | null {
  if (!term?.datatype || !DATES.has(term.datatype)) return null;
  const time = Date.parse(term.value);
  return Number.isNaN(time) ? null : time;
}

/** Order terms: what is unbound first, then numbers by size, then dates by time, then texts by alphabet. */
export function compare(
  one: Term | undefined,
  other: Term | undefined,
  texts: Intl.Collator,
): number {
  const kinds = [kindOf(one), kindOf(other)] as const;
  if (kinds[0] !== kinds[1]) return kinds[0] - kinds[1];
  if (kinds[0] === NUMBER) return (numberOf(one) ?? 0) - (numberOf(other) ?? 0);
  if (kinds[0] === DATE) return (timeOf(one) ?? 0) - (timeOf(other) ?? 0);
  return texts.compare(one?.value ?? "", other?.value ?? "");
}

function kindOf(term: Term | undefined): number {
  if (!term) return UNBOUND;
  if (numberOf(term) !== null) return NUMBER;
  return timeOf(term) !== null ? DATE : TEXT;
}
