import { describe, expect, it } from 'vitest';
import { diffPlan, type StandingTask } from './diff.ts';
import type { LaidTask } from './lay-out.ts';

const at = (day: number) => new Date(Date.UTC(2031, 2, day, 1));
const wanted = (taskKey: string, day: number, state: LaidTask['state'] = 'waiting'): LaidTask => ({
  taskKey,
  occurrence: 'd1',
  kind: 'message',
  owner: 'system',
  title: { 'zh-CN': '一', en: 'one' },
  ref: null,
  dueAt: at(day),
  limitAt: null,
  state,
  reasonCode: state === 'skipped' ? 'past-when-recorded' : null,
});
const standing = (taskKey: string, day: number, state: string, reasonCode: string | null = null): StandingTask => ({
  id: `id-${taskKey}`,
  taskKey,
  occurrence: 'd1',
  state,
  reasonCode,
  dueAt: at(day),
  limitAt: null,
});

describe('diffPlan', () => {
  it('touches nothing where nothing moved, also what has just become past', () => {
    expect(diffPlan([standing('a', 4, 'waiting')], [wanted('a', 4, 'skipped')])).toEqual({
      insert: [],
      move: [],
      cancel: [],
    });
  });

  it('moves what waits, adds what is new, takes out what is gone', () => {
    const diff = diffPlan([standing('a', 4, 'waiting'), standing('b', 5, 'waiting')], [wanted('a', 6), wanted('c', 7)]);
    expect(diff.move.map(({ id, task }) => [id, task.dueAt])).toEqual([['id-a', at(6)]]);
    expect(diff.insert.map((task) => task.taskKey)).toEqual(['c']);
    expect(diff.cancel).toEqual(['id-b']);
  });

  it.each([
    ['due', null],
    ['done', null],
    ['skipped', 'lapsed'],
    ['skipped', 'past-while-paused'],
    ['cancelled', 'died'],
  ])('leaves what is %s (%s) alone, wanted or not', (state, reason) => {
    const had = [standing('a', 4, state, reason)];
    expect(diffPlan(had, [wanted('a', 6)])).toEqual({ insert: [], move: [], cancel: [] });
    expect(diffPlan(had, [])).toEqual({ insert: [], move: [], cancel: [] });
  });

  it('brings back what was past only because the date was wrong, and what an earlier layout took out', () => {
    const had = [standing('a', 1, 'skipped', 'past-when-recorded'), standing('b', 5, 'cancelled', 're-planned')];
    expect(diffPlan(had, [wanted('a', 6), wanted('b', 5)]).move.map(({ id }) => id)).toEqual(['id-a', 'id-b']);
  });

  it('is at rest after it was applied', () => {
    const had = [standing('a', 4, 'waiting'), standing('b', 5, 'waiting')];
    const want = [wanted('a', 6), wanted('c', 2, 'skipped')];
    const { insert, move, cancel } = diffPlan(had, want);
    const after: StandingTask[] = [
      ...had
        .filter((task) => !cancel.includes(task.id))
        .map((task) => ({ ...task, ...move.find(({ id }) => id === task.id)?.task })),
      ...had
        .filter((task) => cancel.includes(task.id))
        .map((task) => ({ ...task, state: 'cancelled', reasonCode: 're-planned' })),
      ...insert.map((task) => ({ ...task, id: `id-${task.taskKey}` })),
    ];
    expect(diffPlan(after, want)).toEqual({ insert: [], move: [], cancel: [] });
  });
});
