import * as contract from '../../../../contract/encounters.ts';
import { audit } from '../../kernel/audit/index.ts';
import { type Endpoint, notFound, onTx, stale } from '../../kernel/http/index.ts';
import { openWard, ownHospital, wardById } from '../identity/index.ts';
import { patientCards } from '../patients/index.ts';
import { openEncounter } from './access.ts';
import { aroundOf } from './around.ts';
import { page, readDateCursor, readTimeCursor, writeDateCursor, writeTimeCursor } from './cursor.ts';
import { updatePreparation } from './encounter.store.ts';
import { enterByHand } from './enter-by-hand.ts';
import { findingsOf } from './findings.store.ts';
import { dischargedRows, inHouseRows, leftRows } from './list.store.ts';
import { patientEndpoints } from './patient-routes.ts';
import { presentDetail, presentDischarged, presentInHouse } from './present.ts';

/** The desk sees who left in the last day. */
const DESK_MS = 24 * 3_600_000;

const listInHouse = onTx(contract.listInHouse, async (tx, { scope, params, query }) => {
  const ward = await openWard(tx, scope, params.wardId);
  const rows = await inHouseRows(tx, ward.id, query.limit + 1, readDateCursor(query.after));
  const around = await aroundOf(tx, scope, rows);
  return page(
    rows,
    query.limit,
    (row) => presentInHouse(row, around),
    (row) => writeDateCursor(row.expected_discharge_on, row.id),
  );
});

const listDischarged = onTx(contract.listDischarged, async (tx, { scope, params, query }) => {
  const ward = await openWard(tx, scope, params.wardId);
  const rows = await dischargedRows(tx, ward.id, query.limit + 1, readTimeCursor(query.after));
  const around = await aroundOf(tx, scope, rows);
  return page(
    rows,
    query.limit,
    (row) => presentDischarged(row, around),
    (row) => writeTimeCursor(row.discharged_at, row.id),
  );
});

const enter = onTx(contract.enterByHand, (tx, { ctx, scope, params, body }) =>
  enterByHand(tx, scope, { ...body, id: params.encounterId, wardId: params.wardId, lookupKey: ctx.lookupKey }),
);

const readEncounter = onTx(contract.readEncounter, async (tx, { scope, params }) => {
  const row = await openEncounter(tx, scope, params.encounterId);
  const around = await aroundOf(tx, scope, [row]);
  const patient = around.cards.get(row.patient_id);
  if (!patient) throw notFound();
  await audit(tx, scope, {
    action: 'encounters.opened',
    subject: { kind: 'encounter', id: row.id },
    patientId: row.patient_id,
  });
  return presentDetail(row, patient, around, {
    findings: await findingsOf(tx, row.id),
    ward: row.ward_id ? await wardById(tx, row.ward_id) : null,
    hospital: (await ownHospital(tx)).name,
  });
});

const putPreparation = onTx(contract.putPreparation, async (tx, { scope, params, body }) => {
  const row = await openEncounter(tx, scope, params.encounterId);
  const given = body.cardGiven ?? row.card_given_at !== null;
  const saved = await updatePreparation(tx, {
    id: row.id,
    version: body.version,
    card_given_at: given ? (row.card_given_at ?? tx.now) : null,
    expected_discharge_on:
      body.expectedDischargeOn === undefined ? row.expected_discharge_on : body.expectedDischargeOn,
  });
  if (!saved) throw stale();
  await audit(tx, scope, {
    action: 'encounters.preparation-put',
    subject: { kind: 'encounter', id: row.id },
    patientId: row.patient_id,
    detail: { card: given },
  });
  if (row.ward_id) tx.hint(`ward:${row.ward_id}`, 'encounter', row.id);
  tx.hint(`patient:${row.patient_id}`, 'encounter', row.id);
  return { version: body.version + 1 };
});

const listJoinCards = onTx(contract.listJoinCards, async (tx, { scope, query }) => {
  const since = new Date(tx.now.getTime() - DESK_MS);
  const rows = await leftRows(tx, since, query.limit + 1, readTimeCursor(query.after));
  const cards = await patientCards(
    tx,
    scope,
    rows.map((row) => row.patient_id),
  );
  return page(
    rows,
    query.limit,
    (row) => {
      const card = cards.get(row.patient_id);
      return card ? { encounterId: row.id, name: card.name, joinCode: row.join_code } : null;
    },
    (row) => writeTimeCursor(row.discharged_at, row.id),
  );
});

export const endpoints: readonly Endpoint[] = [
  listInHouse,
  listDischarged,
  enter,
  readEncounter,
  putPreparation,
  listJoinCards,
  ...patientEndpoints,
];
