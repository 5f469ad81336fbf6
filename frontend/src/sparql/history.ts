/* The last queries, kept in this browser and nowhere else. */

export const MOST_KEPT = 20;
const KEY = "cityrel.queries";

export type Keeper = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Give the browser's storage; where it is switched off, one that keeps nothing. */
export function browserStorage(): Keeper {
  try {
    return window.localStorage;
  } catch {
    return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  }
}

/** Give the queries that ran last, the newest first. */
export function kept(storage: Keeper): readonly string[] {
  try {
    const found: unknown = JSON.parse(storage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter((query) => typeof query === "string") : [];
  } catch {
    return [];
  }
}

/** Note a query as the newest; a browser that keeps nothing is no trouble. */
export function keep(query: string, storage: Keeper): void {
  const others = kept(storage).filter((other) => other !== query);
  try {
    storage.setItem(KEY, JSON.stringify([query, ...others].slice(0, MOST_KEPT)));
  } catch {
    // A full or locked storage: the query still runs.
  }
}

/** Forget all queries. */
export function forget(storage: Keeper): void {
  try {
    storage.removeItem(KEY);
  } catch {
    // There was nothing to forget.
  }
}

/** Give a line by which a query is known again: its first words of substance. */
export function summary(query: string): string {
  const lines = query.split("\n").map((line) => line.trim());
  const comment = lines.find((line) => /^#+\s*\S/.test(line));
  const clause = lines.filter((line) => line && !/^(#|PREFIX\b|BASE\b)/i.test(line)).join(" ");
  return (comment ? comment.replace(/^#+\s*/, "") : clause).slice(0, 120);
}
