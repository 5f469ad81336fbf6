import { describe, expect, it } from "vitest";
import { snippet } from "./snippets";

const ENDPOINT = "https://example.org/sparql";

describe("snippet", () => {
  it("shows a plain query as it is written", () => {
    expect(snippet("Python", ENDPOINT, "ASK {\n}\n")).toContain('setQuery("""\nASK {\n}\n""")');
    expect(snippet("R", ENDPOINT, "ASK {}")).toContain('query <- r"(ASK {})"');
    expect(snippet("curl", ENDPOINT, "ASK {}")).toContain("<<'QUERY'\nASK {}\nQUERY\n");
  });

  it.each(['ASK { ?s ?p """x""" }', 'ASK { ?s ?p "\\n" }', '# ends with "'])(
    "writes %j for Python as one quoted text",
    (query) => {
      expect(snippet("Python", ENDPOINT, query)).toContain(`setQuery(${JSON.stringify(query)})`);
    },
  );

  it("asks for Turtle where the answer is a graph", () => {
    const query = "# SELECT\nPREFIX a: <b:> CONSTRUCT { ?s a a:b } { ?s a a:b }";
    expect(snippet("Python", ENDPOINT, query)).toContain("setReturnFormat(TURTLE)");
    expect(snippet("R", ENDPOINT, query)).toContain('Accept = "text/turtle"');
    expect(snippet("curl", ENDPOINT, query)).toContain("Accept: text/turtle");
    expect(snippet("curl", ENDPOINT, "SELECT * {} # CONSTRUCT")).toContain("Accept: text/csv");
  });

  it("lets no query end the raw text of R", () => {
    expect(snippet("R", ENDPOINT, 'ASK { ?s ?p "(x)" } # )-"')).toContain(
      'r"--(ASK { ?s ?p "(x)" } # )-")--"',
    );
  });

  it("lets no line of a query end the text of a shell", () => {
    expect(snippet("curl", ENDPOINT, "ASK {}\nQUERY\nrm -r x")).toContain("<<'QUERY_'\n");
  });
});
