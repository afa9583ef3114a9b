import type { AlertDetail } from '../../../../contract/monitoring.ts';
import type { Scope } from '../../kernel/access/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { notFound } from '../../kernel/http/index.ts';
import type { Words } from '../../kernel/i18n/index.ts';
import { wardById } from '../identity/index.ts';
import { contactGate } from '../patients/index.ts';
import type { AlertStored } from './alert.store.ts';
import { lastContactOf } from './last-contact.ts';
import { measuresOf } from './measures-of.ts';
import { presentAlerts, presentReading, staffNamed } from './present.ts';
import { readingsByIds } from './reading.store.ts';
import { EMERGENCY_NUMBER, SUGGESTED } from './texts.ts';

/** An alert with all that is needed to act on it. */
export async function detailOf(tx: Tx, scope: Scope, words: Words, alert: AlertStored): Promise<AlertDetail> {
  const [row] = await presentAlerts(tx, scope, [alert]);
  if (!row) throw notFound();
  const evidence = await readingsByIds(tx, alert.evidence);
  const staff = await staffNamed(
    tx,
    evidence.map((reading) => reading.recorded_by),
  );
  const measure = alert.code ? (await measuresOf(tx, alert.patient_id)).find((one) => one.code === alert.code) : null;
  return {
    ...row,
    ruleKey: alert.rule_key,
    ruleVersion: alert.rule_version,
    source: { kind: alert.source_kind, id: alert.source_id },
    evidence: evidence.map((reading) => presentReading(reading, staff)),
    trend: measure
      ? {
          title: measure.title,
          unitWords: measure.unitWords,
          decimals: measure.decimals,
          bounds: measure.bounds,
          points: measure.points,
        }
      : null,
    lastContact: await lastContactOf(tx, scope, words, alert),
    suggestedStep: SUGGESTED[alert.severity],
    patientMessage: await messageOf(tx, alert),
    note: alert.note,
  };
}

/** What the patient was told. The ward's line stands under it, and under every red one 120. */
async function messageOf(tx: Tx, alert: AlertStored): Promise<AlertDetail['patientMessage']> {
  const phone = alert.ward_id ? ((await wardById(tx, alert.ward_id))?.phone ?? null) : null;
  return {
    words: alert.patient_words,
    now: alert.patient_now,
    wardPhone: phone,
    emergencyNumber: alert.severity === 'red' ? EMERGENCY_NUMBER : null,
    withheld: alert.message_id ? null : await withheldBecause(tx, alert),
    messageId: alert.message_id,
  };
}

async function withheldBecause(tx: Tx, alert: AlertStored): Promise<AlertDetail['patientMessage']['withheld']> {
  if (!alert.patient_words && !alert.patient_now) return 'not-given';
  const gate = await contactGate(tx, alert.patient_id);
  return gate.alive ? 'hold' : 'not-alive';
}
