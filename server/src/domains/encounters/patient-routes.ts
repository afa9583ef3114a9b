import * as contract from '../../../../contract/patients.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { type Endpoint, notFound, onTx } from '../../kernel/http/index.ts';
import { atLocal, civilDate } from '../../kernel/time/index.ts';
import { listWards, ownHospital } from '../identity/index.ts';
import {
  CONSENT_TEXT_VERSION,
  consentTextOld,
  correctDeath,
  deathAhead,
  deathFromFeed,
  dropRelative,
  liftHold,
  markDeceased,
  notAskedAgain,
  patientRecord,
  recordConsent,
  saveReach,
  saveRelative,
  setHold,
} from '../patients/index.ts';
import { openPatient } from './access.ts';
import { staysOf, wardsOf } from './encounter.store.ts';
import { presentStay } from './present.ts';

// A person's record is opened through a stay on a ward in reach; only this domain knows stays, so the routes stand here
// (docs/decisions/0010).

const readPatient = onTx(contract.readPatient, async (tx, { scope, params }) => {
  const id = await openPatient(tx, scope, params.patientId);
  const stays = await staysOf(tx, id);
  const wards = new Map((await listWards(tx)).map((ward) => [ward.id as string, ward]));
  const record = await patientRecord(tx, scope, id, stays[0]?.id ?? null);
  await audit(tx, scope, { action: 'patients.opened', subject: { kind: 'patient', id }, patientId: id });
  return { ...record, stays: stays.map((row) => presentStay(row, wards)) };
});

const putReach = onTx(contract.putReach, async (tx, { ctx, scope, params, body }) => {
  const id = await openPatient(tx, scope, params.patientId);
  const version = await saveReach(tx, scope, ctx.lookupKey, id, body);
  await hintWards(tx, id);
  return { version };
});

const putRelative = onTx(contract.putRelative, async (tx, { ctx, scope, params, body }) => {
  const id = await openPatient(tx, scope, params.patientId);
  await saveRelative(tx, scope, ctx.lookupKey, id, params.relativeId, body);
});

const removeRelative = onTx(contract.removeRelative, async (tx, { scope, params }) => {
  await dropRelative(tx, scope, await openPatient(tx, scope, params.patientId), params.relativeId);
});

const putConsent = onTx(contract.putConsent, async (tx, { scope, params, body }) => {
  const id = await openPatient(tx, scope, params.patientId);
  if (body.encounterId) await mustBeOf(tx, id, body.encounterId);
  const [latestStay] = await staysOf(tx, id);
  const { consents } = await patientRecord(tx, scope, id, latestStay?.id ?? null);
  const asked = consents.find(({ purpose }) => purpose === body.purpose);
  if (asked?.latest?.id === params.consentId) return;
  if (body.state === 'granted' && body.textVersion !== CONSENT_TEXT_VERSION) throw consentTextOld();
  // A patient may change their mind by themselves (app, paper); staff do not ask again.
  if (body.state === 'granted' && body.method !== 'app' && asked && !asked.mayAsk) throw notAskedAgain();
  const { givenByName, ...decision } = body;
  await recordConsent(tx, scope, {
    ...decision,
    givenByName,
    encounterId: body.encounterId ?? latestStay?.id ?? null,
    id: params.consentId,
    patientId: id,
  });
  await hintWards(tx, id);
});

const putHold = onTx(contract.setHold, async (tx, { scope, params, body }) => {
  const patientId = await openPatient(tx, scope, params.patientId);
  if (body.encounterId) await mustBeOf(tx, patientId, body.encounterId);
  await setHold(tx, scope, { id: params.holdId, patientId, encounterId: body.encounterId, reason: body.reason });
  await hintWards(tx, patientId);
});

const removeHold = onTx(contract.liftHold, async (tx, { scope, params }) => {
  const patientId = await openPatient(tx, scope, params.patientId);
  await liftHold(tx, scope, patientId, params.holdId);
  await hintWards(tx, patientId);
});

const deceased = onTx(contract.markDeceased, async (tx, { scope, params, body }) => {
  const id = await openPatient(tx, scope, params.patientId);
  const { time_zone } = await ownHospital(tx);
  if (body.diedOn > civilDate(tx.now, time_zone)) throw deathAhead();
  await markDeceased(tx, scope, id, atLocal(body.diedOn, '00:00', time_zone), 'staff');
  await hintWards(tx, id);
});

const alive = onTx(contract.correctDeath, async (tx, { scope, params }) => {
  const id = await openPatient(tx, scope, params.patientId);
  const { patient } = await patientRecord(tx, scope, id, null);
  if (patient.deceased?.source === 'feed') throw deathFromFeed();
  await correctDeath(tx, scope, id, 'staff');
  await hintWards(tx, id);
});

async function mustBeOf(tx: Tx, patientId: string, encounterId: string): Promise<void> {
  if (!(await staysOf(tx, patientId)).some((row) => row.id === encounterId)) throw notFound();
}

/** Ward pages show holds and what is prepared. */
async function hintWards(tx: Tx, patientId: string): Promise<void> {
  for (const wardId of await wardsOf(tx, patientId)) tx.hint(`ward:${wardId}`, 'patient', patientId);
}

export const patientEndpoints: readonly Endpoint[] = [
  readPatient,
  putReach,
  putRelative,
  removeRelative,
  putConsent,
  putHold,
  removeHold,
  deceased,
  alive,
];
