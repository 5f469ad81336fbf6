import { describe, expect, it } from "vitest";
import { asSolutions, BrokenAnswer, readJson, readResult } from "./results";

const ROW = {
  name: { type: "literal", value: "Bogor", "xml:lang": "en" },
  count: { type: "literal", value: "3", datatype: "http://www.w3.org/2001/XMLSchema#integer" },
  city: { type: "uri", value: "https://w3id.org/cityrel/place/1648473" },
};

describe("readJson", () => {
  it("gives solutions with languages and datatypes", () => {
    const body = JSON.stringify({
      head: { vars: ["name", "count", "city"] },
      results: { bindings: [ROW] },
    });
    expect(readJson(body)).toEqual({
      form: "solutions",
      variables: ["name", "count", "city"],
      rows: [
        {
          name: { type: "literal", value: "Bogor", language: "en" },
          count: {
            type: "literal",
            value: "3",
            datatype: "http://www.w3.org/2001/XMLSchema#integer",
          },
          city: { type: "uri", value: "https://w3id.org/cityrel/place/1648473" },
        },
      ],
    });
  });

  it("gives yes or no", () => {
    expect(readJson('{"head":{},"boolean":false}')).toEqual({ form: "boolean", value: false });
  });

  it.each(['{"head":{"vars":["a"]},"results":{"bindings":[{"a', "", "null", "[]", '{"head":{}}'])(
    "calls %j broken",
    (body) => {
      expect(() => readJson(body)).toThrow(BrokenAnswer);
    },
  );

  it("writes a quoted triple out", () => {
    const part = (value: string) => ({ type: "uri", value });
    const value = { subject: part("s"), predicate: part("p"), object: part("o") };
    const body = JSON.stringify({
      head: { vars: ["t"] },
      results: { bindings: [{ t: { type: "triple", value } }] },
    });
    const read = readJson(body);
    expect(read.form === "solutions" && read.rows[0]?.t?.value).toBe("s p o");
  });
});

describe("a graph", () => {
  const TURTLE =
    '@prefix cr: <https://w3id.org/cityrel/ontology#> .\n_:b a cr:City ; cr:name "Bogor"@id , 7 .';

  it("is read from Turtle and shown as a table of three columns", async () => {
    const result = await readResult(TURTLE, "text/turtle");
    if (result.form !== "graph") throw new Error("no graph");
    const { variables, rows } = asSolutions(result);
    expect(variables).toEqual(["subject", "predicate", "object"]);
    expect(rows.map((row) => row.object)).toEqual([
      { type: "uri", value: "https://w3id.org/cityrel/ontology#City" },
      { type: "literal", value: "Bogor", language: "id" },
      { type: "literal", value: "7", datatype: "http://www.w3.org/2001/XMLSchema#integer" },
    ]);
  });

  it("that breaks off is broken", async () => {
    await expect(readResult(TURTLE.slice(0, -5), "text/turtle")).rejects.toThrow(BrokenAnswer);
  });
});
