import { describe, expect, it } from "vitest";
import { offsetOf, placeOf, readRefusal } from "./refusal";

describe("readRefusal", () => {
  it("reads a line of text with its place", () => {
    expect(readRefusal(400, "text/plain", "line 2, column 6: IRI parsing failed\n")).toEqual({
      status: 400,
      message: "line 2, column 6: IRI parsing failed",
      place: { line: 2, column: 6 },
    });
  });

  it("reads a problem in JSON with its place", () => {
    const body = JSON.stringify({ title: "Bad query", detail: "no such word", line: 3, column: 1 });
    expect(readRefusal(400, "application/problem+json", body)).toEqual({
      status: 400,
      message: "no such word",
      place: { line: 3, column: 1 },
    });
  });

  it("takes the place from the words of a problem that has no fields for it", () => {
    const body = JSON.stringify({ detail: "line 1, column 9: no" });
    expect(readRefusal(400, "application/problem+json", body).place).toEqual({
      line: 1,
      column: 9,
    });
  });

  it.each([
    ["text/html", "<h1>Bad gateway</h1>"],
    ["application/json", "[1, 2"],
    ["application/json", "null"],
    ["application/json", '{"detail": 7}'],
  ])("says nothing of its own where %s gives no reason", (mediaType, body) => {
    expect(readRefusal(502, mediaType, body)).toEqual({ status: 502, message: "", place: null });
  });
});

describe("offsetOf", () => {
  it("counts lines and characters as the endpoint does", () => {
    expect(offsetOf("SELECT *\n{ <b> }", { line: 2, column: 3 })).toBe(11);
  });

  it("takes a character outside the first plane for one", () => {
    expect(offsetOf('ASK { "🏙" ! }', { line: 1, column: 11 })).toBe(11);
  });

  it("stays inside the text", () => {
    expect(offsetOf("ASK", { line: 9, column: 9 })).toBe(3);
  });
});

it("a message without a place has none", () => {
  expect(placeOf("the query took too long")).toBeNull();
});
