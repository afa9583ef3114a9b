import type { Hint } from '../../../contract/kernel.ts';
import { newId } from './id.ts';
import { Wants } from './topics.ts';

/** `live`: hints arrive. `lost`: they do not, screens may be old. `quiet`: nobody asked for any. */
export type StreamState = 'live' | 'lost' | 'quiet';
type Said =
  | { readonly kind: 'want'; readonly tab: string; readonly topics: readonly string[] }
  | { readonly kind: 'who' }
  | { readonly kind: 'hint'; readonly hint: Hint }
  | { readonly kind: 'state'; readonly state: StreamState; readonly again: boolean };

const retryMs = 4000;
const settleMs = 150;

/**
 * One event stream for all tabs of this browser: the tab that holds a lock opens it and passes hints on. Where locks are
 * missing (plain http in a hospital's net) each tab opens its own. Hints only say "look again"; rows are the truth.
 */
export class HintStream {
  onHint: (hint: Hint) => void = () => {};
  /** `again`: the stream is back after a gap, so everything visible has to be fetched again. */
  onState: (state: StreamState, again: boolean) => void = () => {};
  readonly #tab = newId();
  readonly #own = new Wants();
  readonly #all = new Wants();
  readonly #channel = new BroadcastChannel('dayone.hints');
  #source: EventSource | null = null;
  #open = '';
  #leads = false;
  #wasLost = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  start(): void {
    this.#channel.onmessage = (event: MessageEvent<Said>) => this.#hear(event.data);
    // A tab that leaves takes its wishes with it, and brings them back when the browser shows it again from its memory.
    window.addEventListener('pagehide', () => this.#say({ kind: 'want', tab: this.#tab, topics: [] }));
    window.addEventListener('pageshow', () => this.#say({ kind: 'want', tab: this.#tab, topics: this.#own.all() }));
    if (!navigator.locks) {
      this.#lead();
      return;
    }
    // Held until the tab closes; then the next tab in line leads.
    void navigator.locks.request('dayone.hints', () => {
      this.#lead();
      return new Promise<never>(() => {});
    });
  }

  /** Replaces what one screen of this tab wants to hear of. */
  want(screen: string, topics: readonly string[]): void {
    this.#own.set(screen, topics);
    if (this.#leads) this.#all.set(this.#tab, this.#own.all());
    else this.#say({ kind: 'want', tab: this.#tab, topics: this.#own.all() });
    this.#settle();
  }

  /** Opens the stream anew, after a change of user: the server decides again what may be heard. */
  renew(): void {
    this.#open = '';
    this.#settle();
  }

  #lead(): void {
    this.#leads = true;
    this.#all.set(this.#tab, this.#own.all());
    if (navigator.locks) this.#say({ kind: 'who' });
    this.#settle();
  }

  #hear(said: Said): void {
    if (said.kind === 'hint' && !this.#leads) this.onHint(said.hint);
    if (said.kind === 'state' && !this.#leads) this.onState(said.state, said.again);
    if (said.kind === 'who' && !this.#leads) this.#say({ kind: 'want', tab: this.#tab, topics: this.#own.all() });
    if (said.kind === 'want' && this.#leads && navigator.locks) {
      this.#all.set(said.tab, said.topics);
      this.#settle();
    }
  }

  #say(said: Said): void {
    this.#channel.postMessage(said);
  }

  #tell(state: StreamState, again = false): void {
    this.onState(state, again);
    if (navigator.locks) this.#say({ kind: 'state', state, again });
  }

  // Screens come and go together when a page changes: one reconnection for all of them.
  #settle(): void {
    if (!this.#leads) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), settleMs);
  }

  #connect(): void {
    const topics = this.#all.all().join(',');
    if (topics === this.#open && this.#source && this.#source.readyState !== EventSource.CLOSED) return;
    this.#close();
    if (!topics) {
      this.#tell('quiet');
      return;
    }
    this.#open = topics;
    const source = new EventSource(`/api/stream?topics=${encodeURIComponent(topics)}`);
    this.#source = source;
    source.onopen = () => {
      this.#tell('live', this.#wasLost);
      this.#wasLost = false;
    };
    const take = (event: MessageEvent<string>) => this.#pass(event.data);
    source.onmessage = take;
    source.addEventListener('hint', take);
    source.onerror = () => {
      this.#wasLost = true;
      this.#tell('lost');
      // A refused stream closes for good; the browser only comes back by itself after a broken one.
      if (source.readyState === EventSource.CLOSED) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#connect(), retryMs);
      }
    };
  }

  #pass(text: string): void {
    let hint: Hint;
    try {
      hint = JSON.parse(text) as Hint;
    } catch {
      return;
    }
    this.onHint(hint);
    if (navigator.locks) this.#say({ kind: 'hint', hint });
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
    this.#open = '';
  }
}
