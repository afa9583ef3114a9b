import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { diskStore, findFile, storeFile } from '../../src/kernel/files/index.ts';
import { newId } from '../../src/kernel/ids/index.ts';
import { useHouse } from '../harness.ts';

const test = useHouse();
const folder = mkdtempSync(path.join(os.tmpdir(), 'dayone-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('files', () => {
  const bytes = new TextEncoder().encode('伤口照片');

  it('are found by their owner only, and read whole or in part', async () => {
    const store = diskStore(folder);
    const id = await test().tenant((tx) =>
      storeFile(tx, store, { class: 'wound', mime: 'image/jpeg', bytes, ownerDomain: 'monitoring', ownerId: newId() }),
    );
    expect(await test().tenant((tx) => findFile(tx, id, 'careplans'))).toBeNull();
    const found = await test().tenant((tx) => findFile(tx, id, 'monitoring'));
    expect(found).toMatchObject({ mime: 'image/jpeg', bytes: bytes.byteLength });
    const key = found?.key ?? '';
    expect(await buffer((await store.read(key)).stream)).toEqual(Buffer.from(bytes));
    expect(await buffer((await store.read(key, { from: 3, to: 5 })).stream)).toEqual(Buffer.from(bytes).subarray(3, 6));
    await store.remove(key);
    await expect(store.read(key)).rejects.toMatchObject({ code: 'file-missing' });
  });

  it('never leave their folder', async () => {
    const store = diskStore(folder);
    for (const key of ['../outside', 'a/../../outside', '/etc/passwd']) {
      await expect(store.put(key, bytes)).rejects.toThrow(TypeError);
    }
  });
});
