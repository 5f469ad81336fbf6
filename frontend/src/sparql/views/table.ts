/* Solutions as a table that sorts by the heading of a column. */

import { button, html } from "../../shared/dom";
import type { Row, Solutions } from "../results";
import { compare, numberOf } from "../values";
import type { Context } from "./context";
import { framed } from "./scroll";
import { shown } from "./term";

/** Rows that are drawn at once. */
const STEP = 500;

type Order = "ascending" | "descending";

/** Give the table, and below it a button for more rows where there are more. */
export function tableView(solutions: Solutions, context: Context): HTMLElement {
  const body = html("tbody");
  const more = html("p", { class: "actions" });
  const heads = solutions.variables.map((name) => html("th", { scope: "col" }, name));
  let rows = solutions.rows;
  const draw = () => {
    body.replaceChildren();
    extend(body, more, rows, solutions.variables, context);
  };
  heads.forEach((head, index) => {
    const sort = () => {
      const order = turned(heads, head);
      rows = sorted(solutions.rows, solutions.variables[index] ?? "", order, context.language);
      draw();
    };
    head.replaceChildren(button(head.textContent ?? "", sort, { class: "sort" }));
  });
  draw();
  return html("div", {}, scrolling(heads, body, context), more);
}

function scrolling(
  heads: readonly HTMLElement[],
  body: HTMLElement,
  context: Context,
): HTMLElement {
  const caption = html("caption", {}, context.say("table_caption"));
  const table = html(
    "table",
    { class: "result" },
    caption,
    html("thead", {}, html("tr", {}, ...heads)),
    body,
  );
  return framed(table, context);
}

function turned(heads: readonly HTMLElement[], head: HTMLElement): Order {
  const order = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
  for (const other of heads) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", order);
  return order;
}

/** Give rows in another order; equal ones stay as they stood. */
export function sorted(
  rows: readonly Row[],
  name: string,
  order: Order,
  language: string,
): readonly Row[] {
  const texts = new Intl.Collator(language, { numeric: true });
  const sign = order === "ascending" ? 1 : -1;
  return rows.toSorted((one, other) => sign * compare(one[name], other[name], texts));
}

function extend(
  body: HTMLElement,
  more: HTMLElement,
  rows: readonly Row[],
  variables: readonly string[],
  context: Context,
): void {
  const drawn = body.children.length;
  body.append(...rows.slice(drawn, drawn + STEP).map((row) => line(row, variables, context)));
  const now = body.children.length;
  more.replaceChildren();
  if (now === rows.length) return;
  const label = context.say("more_rows", { shown: now, count: rows.length });
  more.append(
    button(label, () => extend(body, more, rows, variables, context), { class: "quieter" }),
  );
}

function line(row: Row, variables: readonly string[], context: Context): HTMLElement {
  const cells = variables.map((name) => {
    const term = row[name];
    const attributes = numberOf(term) === null ? {} : { class: "number" };
    return html("td", attributes, shown(term, context.vocabulary));
  });
  return html("tr", {}, ...cells);
}
