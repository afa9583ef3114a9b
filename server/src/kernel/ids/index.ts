import { randomBytes } from 'node:crypto';
import { wallNow } from '../clock/wall.ts';

declare const brand: unique symbol;
/** An id that cannot be mistaken for the id of another kind of thing. */
export type Brand<T extends string> = string & { readonly [brand]: T };

export type HospitalId = Brand<'hospital'>;
export type StaffId = Brand<'staff'>;
export type WardId = Brand<'ward'>;
export type PatientId = Brand<'patient'>;
export type EncounterId = Brand<'encounter'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a UUID in the one spelling the house uses: lower case with dashes. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

let lastMs = 0;
let counter = 0;

/**
 * A new UUIDv7 (RFC 9562) on the wall clock. Within one millisecond the 12 bits after the version count upwards, so that ids made
 * by one process sort in the order they were made; the outbox relies on this for the order within a lane.
 */
export function newId<T extends string = string>(): T extends string ? Brand<T> : never {
  const ms = Math.max(wallNow().getTime(), lastMs);
  counter = ms === lastMs ? counter + 1 : randomBytes(2).readUInt16BE(0) & 0x1ff;
  lastMs = ms;
  if (counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  return layOut(lastMs, counter) as never;
}

/** The smallest UUIDv7 of an instant: where a partition by id range begins. */
export function idFloor(at: Date): string {
  return `${hex12(at.getTime())}-0000-0000-000000000000`;
}

function layOut(ms: number, count: number): string {
  const tail = randomBytes(8);
  tail[0] = ((tail[0] ?? 0) & 0x3f) | 0x80;
  const rest = tail.toString('hex');
  return `${hex12(ms)}-7${count.toString(16).padStart(3, '0')}-${rest.slice(0, 4)}-${rest.slice(4)}`;
}

function hex12(ms: number): string {
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
