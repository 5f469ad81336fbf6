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

  it("lets no query end the raw text of R", () => {
    expect(snippet("R", ENDPOINT, 'ASK { ?s ?p "(x)" } # )-"')).toContain(
      'r"--(ASK { ?s ?p "(x)" } # )-")--"',
    );
  });

  it("lets no line of a query end the text of a shell", () => {
    expect(snippet("curl", ENDPOINT, "ASK {}\nQUERY\nrm -r x")).toContain("<<'QUERY_'\n");
  });
});
