import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { wallNow } from '../clock/wall.ts';
import type { Tx } from '../db/index.ts';
import { sql } from '../db/index.ts';
import { newId } from '../ids/index.ts';

/** Where bytes lie: the local disk, or anything that can put, read a range and remove by key, such as S3. */
export interface FileStore {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Streams bytes `from`..`to` (inclusive); the whole file without them. Throws `file-missing` where there is none. */
  read(key: string, range?: { from: number; to: number }): Promise<{ bytes: number; stream: Readable }>;
  remove(key: string): Promise<void>;
}

/** A missing file is a defect of storage, not of the request. */
export class FileMissing extends Error {
  readonly code = 'file-missing';
}

/** Files below one folder. A file is written beside its place and renamed, so that a crash leaves no half of one. */
export function diskStore(root: string): FileStore {
  const place = (key: string) => {
    const full = path.resolve(root, key);
    if (!full.startsWith(path.resolve(root) + path.sep)) throw new TypeError('file key leaves its folder');
    return full;
  };
  return {
    put: async (key, bytes) => {
      const full = place(key);
      await mkdir(path.dirname(full), { recursive: true, mode: 0o700 });
      await writeFile(`${full}.part`, bytes, { mode: 0o600 });
      await rename(`${full}.part`, full);
    },
    read: async (key, range) => {
      const full = place(key);
      const found = await stat(full).catch(() => null);
      if (!found) throw new FileMissing('file is not in the store');
      const stream = createReadStream(full, range ? { start: range.from, end: range.to } : {});
      return { bytes: found.size, stream };
    },
    remove: async (key) => rm(place(key), { force: true }),
  };
}

/**
 * Stores bytes and their row in `kernel.file`; returns the file's id. The bytes go first: a row always has its bytes, bytes
 * without a row are removed by the weekly clean-up.
 */
export async function storeFile(
  tx: Tx,
  store: FileStore,
  input: { class: string; mime: string; bytes: Uint8Array; ownerDomain: string; ownerId: string },
): Promise<string> {
  const id: string = newId();
  const at = wallNow();
  const month = String(at.getUTCMonth() + 1).padStart(2, '0');
  const key = `${input.class}/${tx.hospitalId}/${at.getUTCFullYear()}/${month}/${id}`;
  await store.put(key, input.bytes);
  await tx.rows(sql`
    insert into kernel.file (hospital_id, id, class, sha256, mime, bytes, owner_domain, owner_id, stored_path, created_at)
    values (${tx.hospitalId}, ${id}, ${input.class}, ${createHash('sha256').update(input.bytes).digest()}, ${input.mime},
      ${input.bytes.byteLength}, ${input.ownerDomain}, ${input.ownerId}, ${key}, ${at})`);
  return id;
}

/** The row of a file of one owner; null where it is another's or was deleted. */
export async function findFile(
  tx: Tx,
  id: string,
  ownerDomain: string,
): Promise<{ key: string; mime: string; bytes: number; ownerId: string } | null> {
  return tx.maybe(sql<{ key: string; mime: string; bytes: number; ownerId: string }>`
    select stored_path as key, mime, bytes, owner_id as "ownerId" from kernel.file
    where hospital_id = ${tx.hospitalId} and id = ${id} and owner_domain = ${ownerDomain} and deleted_at is null`);
}
