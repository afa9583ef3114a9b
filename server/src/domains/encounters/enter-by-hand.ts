import type { z } from 'zod';
import type { EncounterClass, enterByHand as spec } from '../../../../contract/encounters.ts';
import { type Scope, staffOf } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import { newCode } from '../../kernel/crypto/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { openWard, reachesWard } from '../identity/index.ts';
import { matchOrRegister } from '../patients/index.ts';
import { type EncounterRow, encounterById, insertEncounter, lockStaysOf, updateEncounter } from './encounter.store.ts';
import { episodeOf } from './find-stay.ts';
import type { Procedure } from './findings.store.ts';
import { takeFindings } from './findings.ts';
import { dischargeAhead, entryTaken, stayRaced } from './problems.ts';
import { assessRisk } from './risk.ts';
import { sameEpisode } from './same-episode.ts';
import { tellDeath, tellStay } from './tell.ts';

export type HandEntry = z.output<NonNullable<typeof spec.body>> & {
  /** Made by the form when it opens: pressing twice enters once. */
  readonly id: string;
  readonly wardId: string;
  /** `ctx.lookupKey`. */
  readonly lookupKey: string;
};
export type Entered = z.input<NonNullable<typeof spec.reply>>;

/** Clocks of a nurse's computer and the hospital may differ by this much. */
const AHEAD_MS = 10 * 60_000;

/**
 * Enters an ended episode in a nurse's words. A stay that is on the ward already becomes the ended one; a feed that brings the same
 * episode later takes this one over. Throws dischargeAhead for an end in the future, entryTaken where the id is another stay's.
 */
export async function enterByHand(tx: Tx, scope: Scope, entry: HandEntry): Promise<Entered> {
  const ward = await openWard(tx, scope, entry.wardId);
  const repeated = await encounterById(tx, entry.id);
  if (repeated) {
    if (repeated.source !== 'staff' && repeated.ward_id !== ward.id) throw entryTaken();
    if (!reachesWard(scope, repeated.ward_id)) throw entryTaken();
    return { encounterId: repeated.id, patientId: repeated.patient_id, outcome: 'repeated' };
  }
  const dischargedAt = new Date(entry.dischargedAt);
  if (dischargedAt.getTime() > tx.now.getTime() + AHEAD_MS) throw dischargeAhead();
  const { patientId } = await matchOrRegister(tx, scope, {
    lookupKey: entry.lookupKey,
    identifiers: [],
    name: entry.name,
    sex: entry.sex,
    bornOn: entry.bornOn,
    phones: [entry.phone],
    relatives: [],
    deceasedAt: null,
    provisional: true,
  });
  const said = { class: entry.class, admittedAt: null, dischargedAt };
  const known = (await lockStaysOf(tx, patientId)).find((row) => sameEpisode(episodeOf(row), said));
  const before = known ?? null;
  const ended = known ? endedRow(known, entry, dischargedAt) : freshRow(tx, scope, entry, patientId, dischargedAt);
  if (!known) {
    if (!(await insertEncounter(tx, ended))) throw stayRaced();
  } else if (known.status !== 'finished') await updateEncounter(tx, ended);
  // The operation in the nurse's words chooses the pathway until the feed's own procedures take its place; it never takes theirs.
  const filled = await takeFindings(tx, ended.id, { procedures: [operationOf(entry)] }, false, !known);
  if (known?.status !== 'finished') {
    await tellStay(tx, ended, 'encounter.discharged', ['status', ...filled]);
    await tellDeath(tx, scope, before, ended);
    await assessRisk(tx, ended, ['status']);
  } else if (filled.length > 0) await tellStay(tx, ended, 'encounter.updated', filled);
  await audit(tx, scope, {
    action: 'encounters.entered-by-hand',
    subject: { kind: 'encounter', id: ended.id },
    patientId,
    detail: { joined: known !== undefined },
  });
  for (const id of new Set([ward.id, ended.ward_id])) if (id) tx.hint(`ward:${id}`, 'encounter', ended.id);
  return { encounterId: ended.id, patientId, outcome: known ? 'joined' : 'new' };
}

/** What the feed said stays; the nurse ends the stay and fills what was open. */
function endedRow(row: EncounterRow, entry: HandEntry, dischargedAt: Date): EncounterRow {
  if (row.status === 'finished') return row;
  return {
    ...row,
    status: 'finished',
    discharged_at: dischargedAt,
    disposition: entry.disposition,
    reason: row.reason ?? entry.operation,
    ward_id: row.ward_id ?? entry.wardId,
  };
}

function operationOf(entry: HandEntry): Procedure {
  return { code: null, system: null, text: entry.operation, performedAt: null };
}

function freshRow(tx: Tx, scope: Scope, entry: HandEntry, patientId: string, dischargedAt: Date): EncounterRow {
  return {
    hospital_id: tx.hospitalId,
    id: entry.id,
    patient_id: patientId,
    visit_no: null,
    visit_round: 1,
    class: entry.class satisfies EncounterClass,
    status: 'finished',
    ward_id: entry.wardId,
    bed: null,
    admitted_at: null,
    expected_discharge_on: null,
    discharged_at: dischargedAt,
    disposition: entry.disposition,
    disposition_code: null,
    urgent_admission: null,
    attending_staff_id: null,
    nurse_staff_id: staffOf(scope),
    reason: entry.operation,
    surgery_at: null,
    source: 'staff',
    source_at: null,
    status_source_at: null,
    card_given_at: null,
    join_code: newCode(),
    created_at: tx.now,
    version: 1,
  };
}
