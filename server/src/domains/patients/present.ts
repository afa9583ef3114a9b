import type { z } from 'zod';
import type { Consent, Hold, PatientRecord } from '../../../../contract/patients.ts';
import type { ConsentRow } from './consent.store.ts';
import { mayAsk } from './consent.ts';
import { CONSENT_TEXT_VERSION, CONSENT_TEXTS, PURPOSES } from './consent-text.ts';
import type { HoldRow } from './hold.store.ts';
import type { Reason } from './hold.ts';
import type { PatientRow, Sex } from './patient.store.ts';
import { showCard } from './shown.ts';

export function presentPerson(row: PatientRow, age: number | null): PatientRecord['patient'] {
  const card = showCard('full', {
    id: row.id,
    name: row.name,
    sex: row.sex as Sex,
    age,
    wish: row.form_of_address,
    elder: row.elder_mode,
  });
  const deceased = row.deceased_at && {
    at: row.deceased_at.toISOString(),
    source: row.deceased_source === 'staff' ? ('staff' as const) : ('feed' as const),
  };
  return { ...card, bornOn: row.born_on, provisional: row.provisional, deceased, version: row.version };
}

/** A `time` comes from the database with seconds. */
const toMinute = (time: string | null) => time?.slice(0, 5) ?? null;

export function presentReach(row: PatientRow): PatientRecord['reach'] {
  return {
    formOfAddress: row.form_of_address,
    preferredFrom: toMinute(row.preferred_from),
    preferredTo: toMinute(row.preferred_to),
    channel: row.reach_channel as PatientRecord['reach']['channel'],
    notes: row.reach_notes,
    elderMode: row.elder_mode,
    preparedAt: row.reach_prepared_at?.toISOString() ?? null,
  };
}

/** Every purpose in the order it is asked, with the newest decision. */
export function presentConsent(
  rows: readonly ConsentRow[],
  names: ReadonlyMap<string, string>,
  stayId: string | null,
): z.infer<typeof Consent>[] {
  return PURPOSES.map((purpose) => {
    const row = rows.find((one) => one.purpose === purpose) ?? null;
    return {
      purpose,
      text: CONSENT_TEXTS[purpose],
      textVersion: CONSENT_TEXT_VERSION,
      latest: row && presentDecision(row, names),
      mayAsk: mayAsk(row, stayId),
    };
  });
}

function presentDecision(
  row: ConsentRow,
  names: ReadonlyMap<string, string>,
): NonNullable<z.infer<typeof Consent>['latest']> {
  return {
    id: row.id,
    state: row.state,
    method: row.method as 'paper' | 'verbal' | 'bedside' | 'app',
    givenBy: row.given_by as 'patient' | 'guardian' | 'relative',
    givenByName: row.given_by_name,
    witness: row.witness_staff_id ? (names.get(row.witness_staff_id) ?? null) : null,
    textVersion: row.text_version,
    encounterId: row.encounter_id,
    decidedAt: row.decided_at.toISOString(),
  };
}

export function presentHold(row: HoldRow, names: ReadonlyMap<string, string>): z.infer<typeof Hold> {
  return {
    id: row.id,
    reason: row.reason as Reason,
    encounterId: row.encounter_id,
    setBy: names.get(row.set_by) ?? '–',
    setAt: row.set_at.toISOString(),
  };
}
