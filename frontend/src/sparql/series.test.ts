import { expect, it } from "vitest";
import type { Solutions, Term } from "./results";
import { seriesOf } from "./series";

const typed = (value: string, type: string): Term => ({
  type: "literal",
  value,
  datatype: `http://www.w3.org/2001/XMLSchema#${type}`,
});
const text = (value: string): Term => ({ type: "literal", value });

function rows(...pairs: [Term, Term][]): Solutions {
  return { form: "solutions", variables: ["a", "b"], rows: pairs.map(([a, b]) => ({ a, b })) };
}

it("names with numbers are bars", () => {
  const found = seriesOf(
    rows([text("ID"), typed("3", "integer")], [text("JP"), typed("1", "integer")]),
  );
  expect(found).toEqual({
    names: ["a", "b"],
    shape: "bars",
    values: [
      { label: "ID", at: 0, value: 3 },
      { label: "JP", at: 1, value: 1 },
    ],
  });
});

it("years with numbers are a line", () => {
  const found = seriesOf(
    rows(
      [typed("2019", "gYear"), typed("3", "integer")],
      [typed("2020", "gYear"), typed("1", "integer")],
    ),
  );
  expect(found?.shape).toBe("line");
});

it.each([
  ["text in the second column", rows([text("a"), text("b")], [text("a"), text("b")])],
  ["a single row", rows([text("a"), typed("1", "integer")])],
  ["three columns", { ...rows(), variables: ["a", "b", "c"] }],
])("%s is no chart", (_, solutions) => {
  expect(seriesOf(solutions)).toBeNull();
});
