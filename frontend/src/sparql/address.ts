/* The query in the address. It stands behind the "#", which no browser sends to a server. */

/** Give the query of an address: behind its "#", or else as its parameter; null if it has none. */
export function queryOf(address: string): string | null {
  const url = new URL(address);
  const shared = new URLSearchParams(url.hash.slice(1)).get("query");
  return shared ?? url.searchParams.get("query");
}

/** Give the address of this page that opens with a query; the language stays. */
export function addressOf(query: string, page: string): string {
  const url = new URL(page);
  const language = url.searchParams.get("lang");
  url.search = language ? `?${new URLSearchParams({ lang: language })}` : "";
  url.hash = new URLSearchParams({ query }).toString();
  return url.href;
}

/** Put a query into the address of this page; one that is too long for the browser is left out. */
export function showInAddress(query: string): void {
  try {
    window.history.replaceState(null, "", addressOf(query, window.location.href));
  } catch {
    // The query runs all the same.
  }
}
