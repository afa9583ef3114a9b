import { sleep, wallNow } from '../clock/wall.ts';
import type { Database, Tx } from '../db/index.ts';
import type { HospitalId } from '../ids/index.ts';
import type { Logger } from '../log/index.ts';
import { errorCode } from '../log/index.ts';
import type { DomainEvent } from './event.ts';
import { type Claimed, claim, hospitalsWithDeliveries, postpone } from './store.ts';

/** What a domain does when an event reaches it. Runs inside the delivery's transaction; must bear being run again after a failure. */
export type Handler = (tx: Tx, event: DomainEvent) => Promise<void>;

/** Handlers by their name `<domain>.on-<event>`, with the event types each listens to. */
export type Handlers = ReadonlyMap<string, { readonly types: readonly string[]; readonly run: Handler }>;

const TRIES = 6;
const BACKOFF_MS = [1_000, 4_000, 15_000, 45_000, 120_000];
const BATCH = 64;

/** Names of the handlers subscribed to an event type, in a stable order. */
export function subscribersOf(handlers: Handlers): (type: string) => readonly string[] {
  const byType = new Map<string, string[]>();
  for (const [name, handler] of handlers) {
    for (const type of handler.types) byType.set(type, [...(byType.get(type) ?? []), name]);
  }
  return (type) => byType.get(type) ?? [];
}

export interface DispatcherDeps {
  readonly db: Database;
  readonly handlers: Handlers;
  readonly log: Logger;
  /** How many handlers run side by side. */
  readonly concurrency: number;
  readonly onOutcome?: (handler: string, outcome: 'done' | 'failed' | 'parked' | 'stopped') => void;
}

/** Carries deliveries to their handlers until stopped. Polling each second is the truth; `wake` saves the wait. */
export class Dispatcher {
  readonly #deps: DispatcherDeps;
  #running: Promise<void> | null = null;
  #stopping = false;
  #wake: () => void = () => undefined;
  #woken = false;

  constructor(deps: DispatcherDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#stopping = false;
    this.#running ??= this.#loop();
  }

  wake(): void {
    this.#woken = true;
    this.#wake();
  }

  /** Ends after the handlers under way have committed or rolled back. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.wake();
    await this.#running;
    this.#running = null;
  }

  /** Carries everything of one hospital that can go now; returns how many deliveries were handled. */
  async drainHospital(hospitalId: HospitalId): Promise<number> {
    let handled = 0;
    for (;;) {
      const batch = await this.#carry(hospitalId);
      handled += batch;
      if (batch === 0 || this.#stopping) return handled;
    }
  }

  /** One batch of one hospital. */
  async #carry(hospitalId: HospitalId): Promise<number> {
    const batch = await this.#deps.db.tenant(hospitalId, (tx) => claim(tx, wallNow(), BATCH));
    await inParallel(batch, this.#deps.concurrency, (claimed) => deliver(this.#deps, hospitalId, claimed));
    return batch.length;
  }

  async #loop(): Promise<void> {
    while (!this.#stopping) {
      this.#woken = false;
      const handled = await this.#round().catch(async (err: unknown) => {
        this.#deps.log.error({ err }, 'dispatcher could not look for work');
        await sleep(1_000);
        return 0;
      });
      if (handled === 0 && !this.#woken && !this.#stopping) {
        await Promise.race([
          sleep(1_000),
          new Promise<void>((resolve) => {
            this.#wake = resolve;
          }),
        ]);
      }
    }
  }

  /** A batch of every hospital that has work, one after another: a backlog of one keeps no other waiting for long. */
  async #round(): Promise<number> {
    let handled = 0;
    for (const hospitalId of await hospitalsWithDeliveries(this.#deps.db, wallNow())) {
      if (this.#stopping) break;
      handled += await this.#carry(hospitalId);
    }
    return handled;
  }
}

async function deliver(deps: DispatcherDeps, hospitalId: HospitalId, claimed: Claimed): Promise<void> {
  const { event, handler } = claimed;
  try {
    const done = await deps.db.deliver(hospitalId, { eventId: event.id, handler }, async (tx) => {
      const known = deps.handlers.get(handler);
      if (!known) throw new UnknownHandler(handler);
      await known.run(tx, event);
      // Handlers of the same lane may now go on, on this or another process.
      tx.wakeAfterCommit();
    });
    deps.onOutcome?.(handler, done ? 'done' : 'stopped');
  } catch (error) {
    await fail(deps, hospitalId, claimed, error);
  }
}

async function fail(deps: DispatcherDeps, hospitalId: HospitalId, claimed: Claimed, error: unknown): Promise<void> {
  const park = claimed.attempts + 1 >= TRIES;
  const delay = BACKOFF_MS[Math.min(claimed.attempts, BACKOFF_MS.length - 1)] ?? 120_000;
  const code = errorCode(error);
  deps.log[park ? 'error' : 'warn'](
    { err: error, handler: claimed.handler, event: claimed.event.id, type: claimed.event.type, park },
    'handler failed',
  );
  deps.onOutcome?.(claimed.handler, park ? 'parked' : 'failed');
  await deps.db
    .tenant(hospitalId, (tx) =>
      postpone(tx, {
        eventId: claimed.event.id,
        handler: claimed.handler,
        notBefore: new Date(wallNow().getTime() + delay),
        errorCode: `${code.type}:${code.code}`.slice(0, 120),
        park,
      }),
    )
    .catch((err: unknown) => deps.log.error({ err }, 'failure could not be noted; the lease will run out'));
}

/** A delivery names a handler this build does not have: it waits and parks, so that nothing is lost by a rollback of the release. */
class UnknownHandler extends Error {
  readonly code = 'unknown-handler';
}

/** Runs `work` over the items, `width` at a time. */
async function inParallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: Math.min(width, items.length) }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}
