import { expect, it } from "vitest";
import { addressOf, queryOf } from "./address";

const QUERY = 'SELECT ?n { ?s ?p "50% & more + #1"@en }\n';

it("a shared address gives the same query again, and its language", () => {
  const address = addressOf(QUERY, "https://example.org/sparql?lang=id&query=old#query=older");
  expect(queryOf(address)).toBe(QUERY);
  expect(new URL(address).search).toBe("?lang=id");
});

it("what stands behind the # goes before the parameter", () => {
  expect(queryOf("https://example.org/sparql?query=a#query=b")).toBe("b");
  expect(queryOf("https://example.org/sparql?query=a#content")).toBe("a");
  expect(queryOf("https://example.org/sparql")).toBeNull();
});
