import { ApiProblem } from './problem.ts';

/** Where unsent work waits: the tab's session storage, or a stand-in in tests. */
export interface DraftStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}
/** `held`: kept in this tab until the server can be reached. `refused`: the server said no; the draft stays. */
export type SaveState = 'saved' | 'saving' | 'held' | 'refused';

interface Needs<V> {
  readonly key: string;
  readonly store: DraftStore;
  send(value: V): Promise<unknown>;
  onState(state: SaveState, problem: ApiProblem | null): void;
  readonly settleMs?: number;
  readonly retryMs?: number;
}

/**
 * Sends the newest value some moments after the last change and keeps it in the store until the server took it.
 * One request at a time, so that an older value never lands after a newer one.
 */
export class Autosaver<V> {
  readonly #needs: Needs<V>;
  #waiting: { value: V } | null = null;
  #sending = false;
  #stopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(needs: Needs<V>) {
    this.#needs = needs;
  }

  /** What an earlier visit could not send, if anything; sent again by `start`. */
  static draft<V>(store: DraftStore, key: string): V | undefined {
    const text = store.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as V);
  }

  start(): void {
    this.#stopped = false;
    const draft = Autosaver.draft<V>(this.#needs.store, this.#needs.key);
    if (draft !== undefined) this.put(draft);
  }

  put(value: V): void {
    this.#waiting = { value };
    this.#needs.store.setItem(this.#needs.key, JSON.stringify(value));
    this.#needs.onState('saving', null);
    this.#later(this.#needs.settleMs ?? 600);
  }

  /** Sends at once: on leaving a field, before closing, when the network is back. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const taken = this.#waiting;
    if (!taken || this.#sending) return;
    this.#sending = true;
    try {
      await this.#needs.send(taken.value);
      this.#sent(taken);
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#sending = false;
    }
    if (this.#waiting && this.#waiting !== taken) await this.flush();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    void this.flush();
  }

  #sent(taken: { value: V }): void {
    if (this.#waiting !== taken) return;
    this.#waiting = null;
    this.#needs.store.removeItem(this.#needs.key);
    this.#needs.onState('saved', null);
  }

  #failed(error: unknown): void {
    const problem = error instanceof ApiProblem ? error : null;
    const passing = problem?.passing ?? false;
    this.#needs.onState(passing ? 'held' : 'refused', problem);
    if (passing && !this.#stopped) this.#later(this.#needs.retryMs ?? 5000);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }
}
