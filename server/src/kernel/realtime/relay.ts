import type pg from 'pg';
import { sleep } from '../clock/wall.ts';
import type { PendingHint } from '../db/index.ts';
import { makeClient } from '../db/index.ts';
import type { HospitalId } from '../ids/index.ts';
import { newId } from '../ids/index.ts';
import type { Logger } from '../log/index.ts';

interface Note {
  readonly from: string;
  readonly hospital: HospitalId;
  readonly hints: readonly PendingHint[];
  readonly wake: boolean;
}

export interface RelayDeps {
  readonly url: string;
  readonly log: Logger;
  /** Called for what this process and others committed. */
  readonly onNote: (hospitalId: HospitalId, hints: readonly PendingHint[], wake: boolean) => void;
}

const CHANNEL = 'dayone_note';
const COALESCE_MS = 20;
/** NOTIFY takes less than 8000 bytes; a note that is longer is split. */
const HINTS_PER_NOTE = 30;

/**
 * Tells processes of each other's commits over LISTEN/NOTIFY on a connection of its own, never inside a business transaction
 * (measured: it would cost three quarters of the commit rate). Notes of 20 ms travel together. Rows are the truth: a lost note
 * costs a second of polling.
 */
export class Relay {
  readonly #deps: RelayDeps;
  readonly #self = newId();
  readonly #pending = new Map<HospitalId, { hints: PendingHint[]; wake: boolean }>();
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(deps: RelayDeps) {
    this.#deps = deps;
  }

  async start(): Promise<void> {
    await this.#connect();
  }

  /** After a commit: tells this process at once and the others soon. */
  tell(hospitalId: HospitalId, hints: readonly PendingHint[], wake: boolean): void {
    this.#deps.onNote(hospitalId, hints, wake);
    const pending = this.#pending.get(hospitalId) ?? { hints: [], wake: false };
    pending.hints.push(...hints);
    pending.wake ||= wake;
    this.#pending.set(hospitalId, pending);
    this.#timer ??= setTimeout(() => void this.#flush(), COALESCE_MS).unref();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#flush();
    await this.#client?.end().catch(() => undefined);
    this.#client = null;
  }

  async #connect(): Promise<void> {
    const client = makeClient(this.#deps.url, 'relay');
    client.on('error', () => void this.#reconnect(client));
    client.on('end', () => void this.#reconnect(client));
    client.on('notification', (message) => this.#hear(message.payload));
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    this.#client = client;
  }

  async #reconnect(lost: pg.Client): Promise<void> {
    if (this.#stopped || this.#client !== lost) return;
    this.#client = null;
    for (let delay = 500; !this.#stopped; delay = Math.min(delay * 2, 15_000)) {
      await sleep(delay);
      try {
        await this.#connect();
        return;
      } catch (err) {
        this.#deps.log.warn({ err }, 'relay could not reconnect');
      }
    }
  }

  async #flush(): Promise<void> {
    this.#timer = null;
    const notes = [...this.#pending].flatMap(([hospital, { hints, wake }]) => split(this.#self, hospital, hints, wake));
    this.#pending.clear();
    if (!this.#client || notes.length === 0) return;
    await this.#client
      .query('select pg_notify($1, n) from unnest($2::text[]) n', [CHANNEL, notes])
      .catch((err: unknown) => this.#deps.log.warn({ err }, 'notes were not told to other processes'));
  }

  #hear(payload: string | undefined): void {
    if (!payload) return;
    const note = JSON.parse(payload) as Note;
    if (note.from !== this.#self) this.#deps.onNote(note.hospital, note.hints, note.wake);
  }
}

function split(from: string, hospital: HospitalId, hints: readonly PendingHint[], wake: boolean): string[] {
  const notes: string[] = [];
  for (let start = 0; start === 0 || start < hints.length; start += HINTS_PER_NOTE) {
    notes.push(
      JSON.stringify({ from, hospital, hints: hints.slice(start, start + HINTS_PER_NOTE), wake } satisfies Note),
    );
  }
  return notes;
}
