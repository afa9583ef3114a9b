/** A JSON object, its members unknown. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list, whatever the sender put in its place: types of foreign JSON are a claim. */
export function objectsOf<T extends object>(value: readonly T[] | undefined): T[] {
  return Array.isArray(value) ? value.filter((item): item is T => isObject(item)) : [];
}

/** A non-blank string, trimmed, or undefined. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}
