import { expect, it } from "vitest";
import type { Solutions, Term } from "../results";
import type { Context } from "./context";
import { tableView } from "./table";

const context: Context = {
  say: (key) => key,
  language: "en",
  vocabulary: { prefixes: {}, base: "", pages: [], terms: [] },
};
const text = (value: string): Term => ({ type: "literal", value });
const number = (value: number): Term => ({
  type: "literal",
  value: `${value}`,
  datatype: "http://www.w3.org/2001/XMLSchema#integer",
});

function cells(view: HTMLElement): string[] {
  return [...view.querySelectorAll("td:first-child")].map((cell) => cell.textContent ?? "");
}

function column(...terms: Term[]): Solutions {
  return { form: "solutions", variables: ["n"], rows: terms.map((n) => ({ n })) };
}

it("the heading of a column sorts by it, and then the other way round", () => {
  const view = tableView(column(number(10), number(9), number(11)), context);
  const head = view.querySelector("th");
  head?.querySelector("button")?.click();
  expect(cells(view)).toEqual(["9", "10", "11"]);
  expect(head?.getAttribute("aria-sort")).toBe("ascending");
  head?.querySelector("button")?.click();
  expect(cells(view)).toEqual(["11", "10", "9"]);
  expect(head?.getAttribute("aria-sort")).toBe("descending");
});

it("many rows come in steps, and say so", () => {
  const view = tableView(
    column(...Array.from({ length: 1200 }, (_, index) => number(index))),
    context,
  );
  expect(cells(view)).toHaveLength(500);
  view.querySelector<HTMLButtonElement>(".actions button")?.click();
  view.querySelector<HTMLButtonElement>(".actions button")?.click();
  expect(cells(view)).toHaveLength(1200);
  expect(view.querySelector(".actions button")).toBeNull();
});

it("markup in a value stays text, and a script is no link", () => {
  const view = tableView(
    column(text("<img src=x onerror=alert(1)>"), { type: "uri", value: "javascript:alert(1)" }),
    context,
  );
  expect(cells(view)[0]).toBe("<img src=x onerror=alert(1)>");
  expect(view.querySelector("img, a")).toBeNull();
});

it("what is unbound is a dash", () => {
  const view = tableView({ form: "solutions", variables: ["a"], rows: [{}] }, context);
  expect(cells(view)).toEqual(["–"]);
});
