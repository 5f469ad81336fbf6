import { describe, expect, it } from "vitest";
import { missingPrefix, missingPrefixes } from "./prefixes";

const KNOWN = {
  cr: "https://w3id.org/cityrel/ontology#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
};

function completed(query: string): string {
  const line = missingPrefixes(query, KNOWN);
  return line ? query.slice(0, line.from) + line.insert + query.slice(line.from) : query;
}

describe("missingPrefixes", () => {
  it("declares a known prefix above the query", () => {
    expect(completed("SELECT * { ?s a cr:City }")).toBe(
      `PREFIX cr: <${KNOWN.cr}>\nSELECT * { ?s a cr:City }`,
    );
  });

  it("stays below the opening comment, which tells what is asked", () => {
    expect(completed("# Which cities?\nASK { ?s a cr:City }")).toBe(
      `# Which cities?\nPREFIX cr: <${KNOWN.cr}>\nASK { ?s a cr:City }`,
    );
  });

  it("adds to the lines that are there", () => {
    const query = `PREFIX cr: <${KNOWN.cr}>\n\nSELECT * { ?s a cr:City ; rdfs:label ?n }`;
    expect(completed(query)).toBe(query.replace("#>\n", `#>\nPREFIX rdfs: <${KNOWN.rdfs}>\n`));
  });

  it.each([
    ["in a comment", "ASK {} # rdfs:label"],
    ["in a string", 'ASK { ?s ?p "rdfs:label" }'],
    ["in an IRI", "ASK { ?s ?p <rdfs:label> }"],
    ["declared, whatever for", "PREFIX rdfs: <http://example.org/> ASK { ?s rdfs:label ?n }"],
    ["unknown", "ASK { ?s other:label ?n }"],
    ["a name that every object has", "ASK { ?s constructor:label ?n }"],
  ])("leaves a query alone whose prefix is %s", (_, query) => {
    expect(missingPrefixes(query, KNOWN)).toBeNull();
  });

  it("is not fooled by a declaration in a comment", () => {
    expect(completed("# PREFIX cr: <x>\nASK { ?s a cr:City }")).toContain(
      `\nPREFIX cr: <${KNOWN.cr}>`,
    );
  });

  it("works while the query is half written", () => {
    expect(completed("SELECT * { ?s rdfs:")).toContain(`PREFIX rdfs: <${KNOWN.rdfs}>\nSELECT`);
  });
});

it("a prefix that is about to be used is declared at the end of an empty query", () => {
  expect(missingPrefix("", "cr", KNOWN)).toEqual({ from: 0, insert: `PREFIX cr: <${KNOWN.cr}>\n` });
});
