import { sha256 } from '../../kernel/crypto/index.ts';
import type { HospitalId } from '../../kernel/ids/index.ts';

/** What is read of a message before it is stored: enough to file it, to keep its patient's order and to answer the sender. */
export interface Envelope {
  readonly format: 'hl7v2' | 'fhir';
  readonly type: string | null;
  readonly controlId: string | null;
  /** The patient's first number, else the visit's: messages that share it are handled one after the other. */
  readonly laneKey: string | null;
  readonly visitNo: string | null;
  readonly sentAt: Date | null;
  /** It tells a discharge: counted for the surge rule. */
  readonly discharge: boolean;
}

/** The lane of a patient's messages: a UUIDv8 (RFC 9562) made of a hash, so that both mouths of a hospital share it. */
export function laneOf(hospitalId: HospitalId, key: string): string {
  const hash = sha256(`${hospitalId}|${key}`).subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const MOST = 80;

/** Texts of the envelope are looked up and shown, so they stay short and plain. */
export function shortText(text: string | null | undefined): string | null {
  const plain = (text ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, MOST);
  return plain === '' ? null : plain;
}
