import type { AlertDetail } from '../../../../contract/monitoring.ts';
import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import type { Words } from '../../kernel/i18n/index.ts';
import { messagesOf } from '../channels/index.ts';

/** The newest message that reached the patient, the alert's own left out: nobody should ring without knowing of it. */
export async function lastContactOf(
  tx: Tx,
  scope: Scope,
  words: Words,
  alert: { readonly id: string; readonly patient_id: string },
): Promise<AlertDetail['lastContact']> {
  const { items } = await messagesOf(tx, scope, words, alert.patient_id, { limit: 20 });
  const sent = items.find(({ sentAt, because }) => sentAt !== null && because.ref !== alert.id);
  return sent?.sentAt ? { at: sent.sentAt, kind: 'message', title: sent.title } : null;
}
