import type { Words as BothWords } from '../../../../contract/common.ts';
import type { AlertDetail } from '../../../../contract/monitoring.ts';
import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import type { Words } from '../../kernel/i18n/index.ts';
import { tasksOfKind } from '../careplans/index.ts';
import { messagesOf } from '../channels/index.ts';
import { newestProgramme } from './programme.store.ts';

type Contact = NonNullable<AlertDetail['lastContact']>;

/** The newest call that was made or message that left, the alert's own left out: nobody should ring without knowing of it. */
export async function lastContactOf(
  tx: Tx,
  scope: Scope,
  words: Words,
  alert: { readonly id: string; readonly patient_id: string },
): Promise<AlertDetail['lastContact']> {
  const found = [await lastMessage(tx, scope, words, alert), await lastCall(tx, alert.patient_id)];
  return found.filter((one) => one !== null).sort((a, b) => b.at.localeCompare(a.at))[0] ?? null;
}

async function lastMessage(
  tx: Tx,
  scope: Scope,
  words: Words,
  alert: { readonly id: string; readonly patient_id: string },
): Promise<Contact | null> {
  const { items } = await messagesOf(tx, scope, words, alert.patient_id, { limit: 20 });
  const sent = items.find(({ sentAt, because }) => sentAt !== null && because.ref !== alert.id);
  return sent?.sentAt ? { at: sent.sentAt, kind: 'message', title: sent.title } : null;
}

async function lastCall(tx: Tx, patientId: string): Promise<Contact | null> {
  const programme = await newestProgramme(tx, patientId);
  const calls = programme ? await tasksOfKind(tx, programme.id, 'call') : [];
  const done = calls.filter((task) => task.done_at !== null).sort((a, b) => +(b.done_at ?? 0) - +(a.done_at ?? 0))[0];
  return done?.done_at ? { at: done.done_at.toISOString(), kind: 'call', title: done.title as BothWords } : null;
}
