/* Solutions as a table that sorts by the heading of a column. */

import { type Attributes, button, html } from "../../shared/dom";
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
  const columns = columnsOf(solutions);
  const heads = columns.map(({ name, look }) => html("th", { scope: "col", ...look }, name));
  let rows = solutions.rows;
  const draw = () => {
    body.replaceChildren();
    extend(body, more, rows, columns, context);
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
  columns: readonly Column[],
  context: Context,
): void {
  const drawn = body.children.length;
  body.append(...rows.slice(drawn, drawn + STEP).map((row) => line(row, columns, context)));
  const now = body.children.length;
  more.replaceChildren();
  if (now === rows.length) return;
  const label = context.say("more_rows", { shown: now, count: rows.length });
  more.append(
    button(label, () => extend(body, more, rows, columns, context), { class: "quieter" }),
  );
}

function line(row: Row, columns: readonly Column[], context: Context): HTMLElement {
  const cells = columns.map(({ name, look }) =>
    html("td", look, shown(row[name], context.vocabulary)),
  );
  return html("tr", {}, ...cells);
}

interface Column {
  readonly name: string;
  readonly look: Attributes;
}

/** Columns that hold numbers and nothing else have them at the right. */
function columnsOf({ variables, rows }: Solutions): readonly Column[] {
  return variables.map((name) => {
    const terms = rows.map((row) => row[name]).filter((term) => term !== undefined);
    const numeric = terms.length > 0 && terms.every((term) => numberOf(term) !== null);
    return { name, look: numeric ? { class: "number" } : {} };
  });
}
