export const states = ['quarantined', 'received', 'processed', 'ignored', 'discarded', 'all'] as const;
export type State = (typeof states)[number];

/** What the address says is shown. */
export interface Shown {
  readonly state: State;
  readonly q?: string;
  readonly problem?: string;
  readonly after?: string;
}

/** Reads the address; what waits for a person is shown where it says nothing. Control ids may be plain numbers there. */
export function readSearch(search: Record<string, unknown>): Shown {
  const text = (key: string) => {
    const value = search[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const [q, problem, after] = [text('q'), text('problem'), text('after')];
  return {
    state: states.find((state) => state === search['state']) ?? 'quarantined',
    ...(q ? { q } : {}),
    ...(problem ? { problem } : {}),
    ...(after ? { after } : {}),
  };
}
