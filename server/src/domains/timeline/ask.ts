import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import type { Words } from '../../kernel/i18n/index.ts';
import { titlesOf } from '../channels/index.ts';
import { ownHospital, staffByIds } from '../identity/index.ts';
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
    alerts: new Map(),
    readings: new Map(),
    tasks: new Map(),
    staff: new Map(staff.map((one) => [one.id as string, one.name])),
    code: codeWords(words),
    time: timeWords(time_zone),
  };
}

function idsOf(rows: readonly EntryRow[], name: string): string[] {
  return [...new Set(rows.flatMap(({ data }) => (typeof data[name] === 'string' ? [data[name]] : [])))];
}
