import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Autosaver, type DraftStore, type SaveState } from './autosaver.ts';
import { ApiProblem } from './problem.ts';

function memory(): DraftStore & { rows: Map<string, string> } {
  const rows = new Map<string, string>();
  return {
    rows,
    getItem: (key) => rows.get(key) ?? null,
    setItem: (key, value) => void rows.set(key, value),
    removeItem: (key) => void rows.delete(key),
  };
}
const problem = (status: number) => new ApiProblem({ type: 'urn:dayone:test:no', title: 'no', status });

function setup(send: (value: string) => Promise<unknown>) {
  const store = memory();
  const states: SaveState[] = [];
  const saver = new Autosaver<string>({ key: 'k', store, send, onState: (state) => states.push(state) });
  return { store, states, saver };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('keeps the draft and tries again when the server is away', async () => {
  const send = vi.fn().mockRejectedValueOnce(problem(0)).mockResolvedValue(undefined);
  const { store, states, saver } = setup(send);
  saver.put('a');
  await vi.advanceTimersByTimeAsync(600);
  expect(states).toEqual(['saving', 'held']);
  expect(store.rows.get('k')).toBe('"a"');
  await vi.advanceTimersByTimeAsync(5000);
  expect(states.at(-1)).toBe('saved');
  expect(store.rows.size).toBe(0);
});
it('keeps a refused draft and does not hammer the server', async () => {
  const send = vi.fn().mockRejectedValue(problem(409));
  const { store, states, saver } = setup(send);
  saver.put('a');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states.at(-1)).toBe('refused');
  expect(send).toHaveBeenCalledTimes(1);
  expect(store.rows.get('k')).toBe('"a"');
});
it('sends only the last of quick changes', async () => {
  const send = vi.fn().mockResolvedValue(undefined);
  const { saver } = setup(send);
  saver.put('a');
  saver.put('ab');
  await vi.advanceTimersByTimeAsync(600);
  expect(send.mock.calls).toEqual([['ab']]);
});
it('never has two requests at once and ends with the newest value', async () => {
  const finish: (() => void)[] = [];
  const send = vi.fn(() => new Promise<void>((resolve) => finish.push(resolve)));
  const { store, states, saver } = setup(send);
  saver.put('a');
  await vi.advanceTimersByTimeAsync(600);
  saver.put('b');
  await vi.advanceTimersByTimeAsync(600);
  expect(send).toHaveBeenCalledTimes(1);
  finish[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(send).toHaveBeenLastCalledWith('b');
  expect(store.rows.get('k')).toBe('"b"');
  finish[1]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toBe('saved');
  expect(store.rows.size).toBe(0);
});
it('sends what an earlier visit left behind', async () => {
  const send = vi.fn().mockResolvedValue(undefined);
  const { store, saver } = setup(send);
  store.setItem('k', '"left"');
  saver.start();
  await vi.advanceTimersByTimeAsync(600);
  expect(send).toHaveBeenCalledWith('left');
});
