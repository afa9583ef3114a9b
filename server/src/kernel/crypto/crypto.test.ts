import { describe, expect, it } from 'vitest';
import { hashSecret, lookupHash, newCode, verifySecret } from './index.ts';

describe('secrets', () => {
  it('are verified by their hash only, which is new each time', async () => {
    const hash = await hashSecret('护士站1号');
    expect(await verifySecret('护士站1号', hash)).toBe(true);
    expect(await verifySecret('护士站2号', hash)).toBe(false);
    expect(await hashSecret('护士站1号')).not.toBe(hash);
    expect(await verifySecret('x', 'no hash at all')).toBe(false);
  });

  it('look-up hashes depend on their key', () => {
    const [one, two] = ['11'.repeat(32), '22'.repeat(32)];
    expect(lookupHash(one, '+8613800000000').equals(lookupHash(one, '+8613800000000'))).toBe(true);
    expect(lookupHash(one, '+8613800000000').equals(lookupHash(two, '+8613800000000'))).toBe(false);
  });

  it('codes use no letters that look alike', () => {
    for (let made = 0; made < 500; made += 1) expect(newCode()).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
  });
});
