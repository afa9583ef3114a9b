import type { Words as BothWords } from '../../../../contract/common.ts';
import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import type { Words } from '../../kernel/i18n/index.ts';
import { tasksOfKind } from '../careplans/index.ts';
import { titlesOf } from '../channels/index.ts';
import { ownHospital, staffByIds } from '../identity/index.ts';
import { alertTitles, readingTitles } from '../monitoring/index.ts';
import type { Known } from './line.ts';
import { codeWords, timeWords } from './present.ts';
import type { EntryRow } from './store.ts';

/** Asks the owners what stands behind the lines of one page: one question per owner, whatever the number of lines. */
export async function ask(
  tx: Tx,
  scope: Scope,
  words: Words,
  patientId: string,
  rows: readonly EntryRow[],
): Promise<Known> {
  const { time_zone } = await ownHospital(tx);
  const staff = await staffByIds(tx, idsOf(rows, 'staffId'));
  return {
    messages: await titlesOf(tx, scope, patientId, idsOf(rows, 'messageId')),
    alerts: await alertTitles(tx, scope, patientId, idsOf(rows, 'alertId')),
    readings: await readingTitles(tx, scope, patientId, idsOf(rows, 'readingId')),
    tasks: await taskTitles(tx, rows),
    staff: new Map(staff.map((one) => [one.id as string, one.name])),
    code: codeWords(words),
    time: timeWords(time_zone),
  };
}

/** Titles of the tasks that were done: asked by plan and kind, of which a page has few. */
async function taskTitles(tx: Tx, rows: readonly EntryRow[]): Promise<Map<string, BothWords>> {
  const done = rows.filter((row) => row.kind === 'task.completed').map(({ data }) => `${data.planId} ${data.kind}`);
  const titles = new Map<string, BothWords>();
  for (const pair of new Set(done)) {
    const [planId = '', kind = ''] = pair.split(' ');
    for (const task of await tasksOfKind(tx, planId, kind)) titles.set(task.id, task.title as BothWords);
  }
  return titles;
}

function idsOf(rows: readonly EntryRow[], name: string): string[] {
  return [...new Set(rows.flatMap(({ data }) => (typeof data[name] === 'string' ? [data[name]] : [])))];
}
