import { afterEach, describe, expect, it, vi } from "vitest";
import { ask, MOST_BYTES, Refused, TooLong, Unreachable } from "./request";
import { BrokenAnswer } from "./results";

const JSON_TYPE = "application/sparql-results+json";
const never = new AbortController().signal;

function answering(make: () => Response | Promise<Response>): void {
  vi.stubGlobal("fetch", vi.fn(make));
}

function response(body: BodyInit | null, type: string, status = 200): Response {
  return new Response(body, { status, headers: { "Content-Type": type } });
}

afterEach(() => vi.unstubAllGlobals());

describe("ask", () => {
  it("gives the body with its type", async () => {
    answering(() => response('{"boolean":true}', `${JSON_TYPE}; charset=utf-8`));
    expect(await ask("/sparql", "ASK {}", never)).toMatchObject({
      body: '{"boolean":true}',
      mediaType: JSON_TYPE,
    });
  });

  it("sends the query as a form and asks for JSON or Turtle", async () => {
    answering(() => response("", JSON_TYPE));
    await ask("/sparql", "ASK { ?a ?b '+&' }", never);
    const [, sent] = vi.mocked(fetch).mock.calls[0] ?? [];
    expect(new URLSearchParams(String(sent?.body)).get("query")).toBe("ASK { ?a ?b '+&' }");
    expect(new Headers(sent?.headers).get("Accept")).toMatch(/sparql-results\+json, text\/turtle/);
  });

  it("tells a refusal with its reason", async () => {
    answering(() => response("line 1, column 2: no", "text/plain; charset=utf-8", 400));
    const error = await ask("/sparql", "x", never).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Refused);
    expect(error).toMatchObject({ refusal: { status: 400, place: { line: 1, column: 2 } } });
  });

  it("tells that nobody answers", async () => {
    answering(() => Promise.reject(new TypeError("network")));
    await expect(ask("/sparql", "x", never)).rejects.toThrow(Unreachable);
  });

  it("tells an answer that breaks off from a whole one", async () => {
    const body = new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode('{"head"'));
        stream.error(new TypeError("cut"));
      },
    });
    answering(() => response(body, JSON_TYPE));
    await expect(ask("/sparql", "x", never)).rejects.toThrow(BrokenAnswer);
  });

  it("gives the reason that a server writes below a cut answer", async () => {
    answering(() => response('{"head":{}\n*** cut: the time limit of 30 s\n', JSON_TYPE));
    const error = await ask("/sparql", "x", never).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(BrokenAnswer);
    expect(error).toMatchObject({ told: "the time limit of 30 s" });
  });

  it("takes no more than it can show", async () => {
    const part = new Uint8Array(MOST_BYTES / 2);
    const body = new ReadableStream({ pull: (stream) => stream.enqueue(part) });
    answering(() => response(body, JSON_TYPE));
    await expect(ask("/sparql", "x", never)).rejects.toThrow(TooLong);
  });

  it("is an abort and nothing else where it was cancelled", async () => {
    const own = new AbortController();
    own.abort();
    answering(() => Promise.reject(new TypeError("aborted")));
    await expect(ask("/sparql", "x", own.signal)).rejects.toMatchObject({ name: "AbortError" });
  });
});
