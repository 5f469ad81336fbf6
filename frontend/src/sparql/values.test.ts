import { expect, it } from "vitest";
import type { Term } from "./results";
import { compare, numberOf, timeOf } from "./values";

const XSD = "http://www.w3.org/2001/XMLSchema#";
const typed = (value: string, type: string): Term => ({
  type: "literal",
  value,
  datatype: XSD + type,
});
const text = (value: string): Term => ({ type: "literal", value });

it("a number is one by its datatype, not by its looks", () => {
  expect(numberOf(typed("12.5", "decimal"))).toBe(12.5);
  expect(numberOf(text("12.5"))).toBeNull();
  expect(numberOf(typed("many", "integer"))).toBeNull();
  expect(numberOf(typed("INF", "double"))).toBeNull();
});

it("dates of every precision lie on one line of time", () => {
  const times = ["2019", "2019-07", "2019-07-02"].map((value, index) =>
    timeOf(typed(value, ["gYear", "gYearMonth", "date"][index] ?? "")),
  );
  expect(times).toEqual([...times].sort((a, b) => (a ?? 0) - (b ?? 0)));
  expect(timeOf(typed("soon", "date"))).toBeNull();
});

it("terms are ordered by kind, numbers by size, texts by alphabet", () => {
  const terms = [
    text("Surabaya"),
    typed("10", "integer"),
    undefined,
    text("bandung"),
    typed("9", "integer"),
  ];
  const ordered = terms.sort((one, other) => compare(one, other, new Intl.Collator("en")));
  expect(ordered.slice(0, 4).map((term) => term?.value)).toEqual([
    "9",
    "10",
    "bandung",
    "Surabaya",
  ]);
  expect(
    [undefined, typed("1", "integer")].map((term) =>
      compare(term, undefined, new Intl.Collator("en")),
    ),
  ).toEqual([0, 1]);
});
