/** Which topics each holder (a screen or a tab) wants; says the union in a stable order. */
export class Wants {
  readonly #byHolder = new Map<string, readonly string[]>();

  /** Replaces what one holder wants; nothing wanted forgets it. */
  set(holder: string, topics: readonly string[]): void {
    if (topics.length === 0) this.#byHolder.delete(holder);
    else this.#byHolder.set(holder, topics);
  }
  clear(): void {
    this.#byHolder.clear();
  }
  all(): string[] {
    return [...new Set([...this.#byHolder.values()].flat())].sort();
  }
}
