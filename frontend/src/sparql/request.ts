/* One question to the endpoint, which can be cancelled. */

import { type Refusal, readRefusal } from "./refusal";
import { BrokenAnswer } from "./results";

/** Bytes of the longest answer that a page takes in; a longer one is for a file. */
export const MOST_BYTES = 32 * 1024 * 1024;

const ACCEPT = "application/sparql-results+json, text/turtle;q=0.9";

export interface Reply {
  readonly body: string;
  readonly mediaType: string;
  readonly milliseconds: number;
}

/** The endpoint said no. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/** The answer is longer than a page takes in. */
export class TooLong extends Error {}

/** Nothing answers at the address. */
export class Unreachable extends Error {}

/** Ask a query. Throws Refused, TooLong, Unreachable, BrokenAnswer, or an AbortError where it was cancelled. */
export async function ask(endpoint: string, query: string, signal: AbortSignal): Promise<Reply> {
  const started = performance.now();
  const response = await sent(endpoint, query, signal);
  const body = await received(response, signal);
  const mediaType = (response.headers.get("Content-Type") ?? "").split(";", 1)[0]?.trim() ?? "";
  if (!response.ok) throw new Refused(readRefusal(response.status, mediaType, body));
  return { body, mediaType, milliseconds: performance.now() - started };
}

async function sent(endpoint: string, query: string, signal: AbortSignal): Promise<Response> {
  try {
    const body = new URLSearchParams({ query });
    return await fetch(endpoint, { method: "POST", headers: { Accept: ACCEPT }, body, signal });
  } catch (error) {
    signal.throwIfAborted();
    throw new Unreachable(String(error));
  }
}

async function received(response: Response, signal: AbortSignal): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  const reader = response.body?.getReader();
  if (!reader) return text;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      bytes += part.value.length;
      if (bytes > MOST_BYTES) break;
      text += decoder.decode(part.value, { stream: true });
    }
  } catch (error) {
    signal.throwIfAborted();
    throw new BrokenAnswer(String(error), reasonIn(text));
  }
  if (bytes > MOST_BYTES) {
    await reader.cancel();
    throw new TooLong();
  }
  return uncut(text + decoder.decode());
}

/** A server that stops midway says why in a last line that no format allows, then breaks the connection. */
const CUT = /\n\*\*\* cut: (.*)\n$/;

function reasonIn(text: string): string {
  return CUT.exec(text)?.[1] ?? "";
}

/** Give a text that is not cut. Between server and browser a broken connection may have been mended. */
function uncut(text: string): string {
  const told = reasonIn(text);
  if (told) throw new BrokenAnswer("cut", told);
  return text;
}
