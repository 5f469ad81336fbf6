import { beforeEach, describe, expect, it } from "vitest";
import { forget, keep, kept, MOST_KEPT, summary } from "./history";

beforeEach(() => localStorage.clear());

describe("the last queries", () => {
  it("come newest first, each once", () => {
    for (const query of ["a", "b", "a"]) keep(query, localStorage);
    expect(kept(localStorage)).toEqual(["a", "b"]);
  });

  it("are few", () => {
    for (let index = 0; index < MOST_KEPT + 5; index++) keep(`query ${index}`, localStorage);
    expect(kept(localStorage)).toHaveLength(MOST_KEPT);
  });

  it("are forgotten when one says so", () => {
    keep("a", localStorage);
    forget(localStorage);
    expect(kept(localStorage)).toEqual([]);
  });

  it.each(["no JSON", "{}", "[1, null]"])("are none where the browser kept %j", (text) => {
    localStorage.setItem("cityrel.queries", text);
    expect(kept(localStorage)).toEqual([]);
  });

  it("are no trouble where nothing can be kept", () => {
    const full = {
      ...{ getItem: () => null, removeItem: () => undefined },
      setItem() {
        throw new Error("full");
      },
    };
    expect(() => keep("a", full)).not.toThrow();
  });
});

it("a query is known again by its question, or by what it asks", () => {
  expect(summary("# Which cities?\nPREFIX a: <b>\nASK {}")).toBe("Which cities?");
  expect(summary("PREFIX a: <b>\nSELECT *\n{ ?s ?p ?o }")).toBe("SELECT * { ?s ?p ?o }");
});
