import { createHash, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Cost of the password hash; OWASP's recommendation for scrypt (N=2^16, r=8, p=2 is 64 MB; here N=2^15, p=3). */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };

/** Hashes a password or PIN with scrypt and a salt of its own: `scrypt$N$r$p$salt$key`. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(secret, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** True where the secret made the hash; takes the same time either way. */
export async function verifySecret(secret: string, hash: string): Promise<boolean> {
  const [kind, n, r, p, salt, key] = hash.split('$');
  if (kind !== 'scrypt' || !n || !r || !p || !salt || !key) return false;
  const wanted = Buffer.from(key, 'base64url');
  const got = await derive(secret, Buffer.from(salt, 'base64url'), {
    N: Number(n),
    r: Number(r),
    p: Number(p),
    maxmem: COST.maxmem,
  });
  return got.length === wanted.length && timingSafeEqual(got, wanted);
}

function derive(secret: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** A secret of 256 bits for a cookie, a link or a key. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** How a random secret is stored: it has too much entropy to need salt or cost. */
export function sha256(value: string | Uint8Array): Buffer {
  return createHash('sha256').update(value).digest();
}

/** Keyed hash for looking up what must not lie about in clear, such as phone numbers. */
export function lookupHash(key: string, value: string): Buffer {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(value).digest();
}

const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A code people read aloud and type: no letters that look alike. 31^8 is 8.5·10^11. */
export function newCode(length = 8): string {
  let code = '';
  while (code.length < length) {
    for (const byte of randomBytes(length)) if (byte < 248 && code.length < length) code += CODE_LETTERS[byte % 31];
  }
  return code;
}
