/** Where to go after signing in: an address inside the console, never another site, never sign-in itself. */
export function safeTarget(value: unknown): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value) || value.startsWith('/login')) return '/';
  return value;
}
