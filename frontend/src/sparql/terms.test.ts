import { afterEach, describe, expect, it, vi } from "vitest";
import { matching } from "./matching";
import {
  fetchVocabulary,
  linkOf,
  NO_VOCABULARY,
  shortened,
  type Vocabulary,
  vocabularyFrom,
} from "./terms";

const BASE = "https://w3id.org/cityrel/";
const PREFIXES = { cr: `${BASE}ontology#`, place: `${BASE}place/`, base: BASE };
const VOCABULARY: Vocabulary = { prefixes: PREFIXES, base: BASE, pages: ["place"], terms: [] };

describe("shortened", () => {
  it.each([
    [`${BASE}ontology#City`, "cr:City"],
    [`${BASE}place/1648473`, "place:1648473"],
    [`${BASE}person/a/b`, `${BASE}person/a/b`],
    [`${BASE}place/`, `${BASE}place/`],
    ["javascript:alert(1)", "javascript:alert(1)"],
  ])("writes %s as %s", (iri, name) => {
    expect(shortened(iri, PREFIXES)).toBe(name);
  });
});

describe("linkOf", () => {
  it("leads to the page of a thing here, and to other things on the web", () => {
    expect(linkOf(`${BASE}place/1648473`, VOCABULARY)).toBe(
      new URL("place/1648473", document.baseURI).href,
    );
    expect(linkOf(`${BASE}stage/signed`, VOCABULARY)).toBe(`${BASE}stage/signed`);
    expect(linkOf("https://sws.geonames.org/1/", VOCABULARY)).toBe("https://sws.geonames.org/1/");
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "https:///x",
    "urn:x:y",
    " https://example.org/",
  ])("makes no link of %j", (iri) => {
    expect(linkOf(iri, VOCABULARY)).toBeNull();
  });
});

it("terms fit by name, by label and by what is within, in this order", () => {
  const term = (name: string, label: string) => ({
    name,
    label,
    kind: "class" as const,
    comment: "",
  });
  const terms = [
    term("cr:Capital", "ibu kota"),
    term("cr:City", "kota"),
    term("cr:partner", "mitra"),
    term("kota:x", "lain"),
  ];
  expect(matching(terms, "kota").map(({ name }) => name)).toEqual([
    "kota:x",
    "cr:City",
    "cr:Capital",
  ]);
  expect(matching(terms, "cr:CI").map(({ name }) => name)).toEqual(["cr:City"]);
  expect(matching(terms, "nothing")).toEqual([]);
});

describe("fetchVocabulary", () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ["an error", () => Promise.resolve(new Response("", { status: 503 }))],
    ["no connection", () => Promise.reject(new TypeError("network"))],
    ["no JSON", () => Promise.resolve(new Response("<html>"))],
  ])("lets the page work without, where there is %s", async (_, answer) => {
    vi.stubGlobal("fetch", vi.fn(answer));
    expect(await fetchVocabulary("/terms")).toEqual(NO_VOCABULARY);
  });
});

describe("vocabularyFrom", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it("gives the vocabulary once it has come", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(Response.json(VOCABULARY)));
    const source = vocabularyFrom("/terms");
    expect(source.now()).toEqual(NO_VOCABULARY);
    expect(await source.soon()).toEqual(VOCABULARY);
    expect(source.now()).toEqual(VOCABULARY);
  });

  it("keeps no answer waiting for one that does not come", async () => {
    vi.useFakeTimers();
    vi.stubGlobal("fetch", () => new Promise(() => undefined));
    const soon = vocabularyFrom("/terms").soon();
    await vi.runAllTimersAsync();
    expect(await soon).toEqual(NO_VOCABULARY);
  });
});
