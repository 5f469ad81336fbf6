import { expect, it } from "vitest";
import { downloads } from "./downloads";

const ENDPOINT = "https://example.org/sparql";
const say = (key: string) => key;

function names(line: HTMLElement): string[] {
  return [...line.querySelectorAll("a, button")].map((one) => one.textContent ?? "");
}

it("an answer comes in the formats of its form", () => {
  expect(names(downloads(ENDPOINT, "SELECT", "solutions", say))).toEqual([
    "CSV",
    "TSV",
    "JSON",
    "XML",
  ]);
  expect(names(downloads(ENDPOINT, "CONSTRUCT", "graph", say))).toContain("Turtle");
  expect(names(downloads(ENDPOINT, "?", null, say))).toHaveLength(8);
});

it("a link holds the whole query, and one that is too long for a link goes as a form", () => {
  const link = downloads(ENDPOINT, "ASK { ?a ?b '&' }", "boolean", say).querySelector("a");
  expect(new URL(link?.href ?? "").searchParams.get("query")).toBe("ASK { ?a ?b '&' }");
  const long = "#".repeat(5000);
  const form = downloads(ENDPOINT, long, "boolean", say).querySelector("form");
  expect(form?.querySelector<HTMLInputElement>("[name=query]")?.value).toBe(long);
  expect(form?.method).toBe("post");
});
