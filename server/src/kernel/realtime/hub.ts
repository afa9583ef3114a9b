import type { PendingHint } from '../db/index.ts';
import type { HospitalId } from '../ids/index.ts';

export interface Subscriber {
  readonly topics: ReadonlySet<string>;
  send(hint: PendingHint): void;
  /** Ends the stream: the right to watch a topic was lost. */
  cut(): void;
  /** Who watches; streams are cut by it. */
  readonly key: string;
}

/** Streams open in this process, by hospital. Hints are told to those that watch the topic. */
export class Hub {
  readonly #byHospital = new Map<string, Set<Subscriber>>();

  subscribe(hospitalId: HospitalId, subscriber: Subscriber): () => void {
    const set = this.#byHospital.get(hospitalId) ?? new Set();
    this.#byHospital.set(hospitalId, set);
    set.add(subscriber);
    return () => {
      set.delete(subscriber);
      if (set.size === 0) this.#byHospital.delete(hospitalId);
    };
  }

  tell(hospitalId: HospitalId, hints: readonly PendingHint[]): void {
    for (const subscriber of this.#byHospital.get(hospitalId) ?? []) {
      for (const hint of hints) if (subscriber.topics.has(hint.topic)) subscriber.send(hint);
    }
  }

  /** Cuts the streams of one key (a session that ended, a person who lost a ward). */
  cut(hospitalId: HospitalId, key: string): void {
    for (const subscriber of [...(this.#byHospital.get(hospitalId) ?? [])])
      if (subscriber.key === key) subscriber.cut();
  }

  get size(): number {
    let open = 0;
    for (const set of this.#byHospital.values()) open += set.size;
    return open;
  }

  closeAll(): void {
    for (const set of [...this.#byHospital.values()]) for (const subscriber of [...set]) subscriber.cut();
  }
}
