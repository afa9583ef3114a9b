/** Values of one part of a request as they stand in an address. */
export type Plain = Record<string, string | number | boolean | null | undefined | readonly (string | number)[]>;

/**
 * Fills `:name` in a route's path and adds the query. Values are encoded; empty ones are left out of the query,
 * lists repeat their name. Throws where a parameter of the path is missing: that is a mistake in the page.
 */
export function addressOf(path: string, params: Plain = {}, query: Plain = {}): string {
  const filled = path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined || value === null || value === '') throw new Error(`${path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
    }
  }
  const text = search.toString();
  return text ? `${filled}?${text}` : filled;
}
