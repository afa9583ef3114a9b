/** One text of a pack and where it stands. */
type PlacedText = { path: string; text: string };

/** Every string under a value, with its place, in reading order. */
export function everyText(value: unknown, path = ''): PlacedText[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => everyText(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => everyText(item, path === '' ? key : `${path}.${key}`));
}
