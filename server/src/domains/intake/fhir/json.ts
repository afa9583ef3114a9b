/** Foreign JSON read with care: whatever stands there, these answer with what they promise. */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectAt = (from: unknown, key: string): Json | undefined => {
  const found = isObject(from) ? from[key] : undefined;
  return isObject(found) ? found : undefined;
};

export const listAt = (from: unknown, key: string): Json[] => {
  const found = isObject(from) ? from[key] : undefined;
  return Array.isArray(found) ? found.filter(isObject) : [];
};

export const textAt = (from: unknown, key: string): string | undefined => {
  const found = isObject(from) ? from[key] : undefined;
  return typeof found === 'string' ? found.trim() || undefined : undefined;
};
