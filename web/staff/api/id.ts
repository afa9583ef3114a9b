import { wallNow } from '../../kit/wall.ts';

/** A new UUIDv7 for a row this client makes: the same write sent twice is then one write. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const at = Math.floor(wallNow());
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(at / 256 ** (5 - index)) % 256;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
