import { expect, it } from "vitest";
import { layout } from "./layout";
import { networkOf } from "./network";
import type { Term, Triple } from "./results";

const LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
const uri = (value: string): Term => ({ type: "uri", value });
const label = (value: string, language: string): Term => ({ type: "literal", value, language });
const triple = (subject: string, predicate: string, object: Term): Triple => ({
  subject: uri(subject),
  predicate: uri(predicate),
  object,
});

const TRIPLES = [
  triple("bogor", "partner", uri("kisarazu")),
  triple("kisarazu", "partner", uri("bogor")),
  triple("bogor", "partner", uri("tainan")),
  triple("bogor", LABEL, label("Bogor", "en")),
  triple("bogor", LABEL, label("Kota Bogor", "id")),
];

it("things are nodes with their names, texts are not", () => {
  const { nodes, links, count } = networkOf(TRIPLES, 10, "id");
  expect(nodes.map(({ id, name }) => [id, name])).toEqual([
    ["bogor", "Kota Bogor"],
    ["kisarazu", "kisarazu"],
    ["tainan", "tainan"],
  ]);
  expect(links).toHaveLength(3);
  expect(count).toBe(3);
});

it("of too many nodes those with most links are kept, and no link leads to another", () => {
  const { nodes, links, count } = networkOf(TRIPLES, 2, "en");
  expect(nodes.map(({ id }) => id)).toEqual(["bogor", "kisarazu"]);
  expect(links).toHaveLength(2);
  expect(count).toBe(3);
});

it("every node stands within the frame", () => {
  const frame = { width: 900, height: 500, margin: 20, names: 100 };
  for (const { x, y } of layout(networkOf(TRIPLES, 10, "en"), frame).values()) {
    expect(x).toBeGreaterThanOrEqual(20);
    expect(x).toBeLessThanOrEqual(800);
    expect(y).toBeGreaterThanOrEqual(20);
    expect(y).toBeLessThanOrEqual(480);
  }
});
