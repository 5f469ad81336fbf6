/* Why the endpoint said no, and where in the query, whatever form it says it in. */

export interface Place {
  /** From 1. */
  readonly line: number;
  /** In characters, from 1. */
  readonly column: number;
}

export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly place: Place | null;
}

interface Problem {
  readonly title?: unknown;
  readonly detail?: unknown;
  readonly line?: unknown;
  readonly column?: unknown;
}

/** Read an error: plain text that may open with "line 3, column 5", or a problem in JSON (RFC 9457). */
export function readRefusal(status: number, mediaType: string, body: string): Refusal {
  const problem = mediaType.endsWith("json") ? problemIn(body) : {};
  const message = words(problem.detail) ?? words(problem.title) ?? plain(mediaType, body);
  return { status, message, place: placeIn(problem) ?? placeOf(message) };
}

/** Give the place that a message opens with, null where it names none. */
export function placeOf(message: string): Place | null {
  const found = /\bline (\d+), column (\d+)/.exec(message);
  return found ? { line: Number(found[1]), column: Number(found[2]) } : null;
}

/** Give where in a text a place is, counted as JavaScript does. The text is what was sent. */
export function offsetOf(text: string, place: Place): number {
  const lines = text.split("\n");
  const before = lines.slice(0, place.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const within = [...(lines[place.line - 1] ?? "")].slice(0, place.column - 1).join("").length;
  return Math.min(before + within, text.length);
}

function problemIn(body: string): Problem {
  try {
    const read: unknown = JSON.parse(body);
    return typeof read === "object" && read !== null ? read : {};
  } catch {
    return {};
  }
}

function placeIn({ line, column }: Problem): Place | null {
  return typeof line === "number" && typeof column === "number" ? { line, column } : null;
}

function words(value: unknown): string | null {
  return typeof value === "string" && value.trim() ? value.trim() : null;
}

function plain(mediaType: string, body: string): string {
  return mediaType === "text/plain" ? body.trim() : "";
}
