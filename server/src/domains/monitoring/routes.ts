import * as contract from '../../../../contract/monitoring.ts';
import type { Scope } from '../../kernel/access/index.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { type Endpoint, onTx } from '../../kernel/http/index.ts';
import { openPatient } from '../encounters/index.ts';
import { openAlert } from './access.ts';
import { type AlertStored, openAlertsOf } from './alert.store.ts';
import { acknowledge, dismiss, resolve } from './close.ts';
import { correct } from './correct.ts';
import { detailOf } from './detail.ts';
import { alertsOf, readingsOf } from './list.ts';
import { measuresOf } from './measures-of.ts';
import { presentAlerts } from './present.ts';
import { newestProgramme } from './programme.store.ts';
import { record } from './record.ts';

const patientMeasures = onTx(contract.patientMeasures, async (tx, { scope, params }) => {
  const patientId = await openPatient(tx, scope, params.patientId);
  const programme = await newestProgramme(tx, patientId);
  await audit(tx, scope, {
    action: 'monitoring.measures-read',
    subject: { kind: 'patient', id: patientId },
    patientId,
  });
  return {
    programme: programme && {
      slug: programme.slug,
      version: programme.pack_version,
      state: programme.state,
      startsAt: programme.starts_at.toISOString(),
    },
    measures: await measuresOf(tx, patientId),
    openAlerts: await presentAlerts(tx, scope, await openAlertsOf(tx, patientId)),
  };
});

const listReadings = onTx(contract.listReadings, async (tx, { scope, params, query }) =>
  readingsOf(tx, await openPatient(tx, scope, params.patientId), query),
);

const recordReading = onTx(contract.recordReading, async (tx, { scope, params, body }) =>
  record(tx, scope, {
    ...body,
    id: params.readingId,
    patientId: params.patientId,
    effectiveAt: new Date(body.effectiveAt),
    source: 'staff',
  }),
);

const correctReading = onTx(contract.correctReading, async (tx, { scope, params, body }) =>
  correct(tx, scope, {
    patientId: params.patientId,
    readingId: params.readingId,
    reason: body.reason,
    replacement: body.replacement && { ...body.replacement, effectiveAt: new Date(body.replacement.effectiveAt) },
  }),
);

const listAlerts = onTx(contract.listAlerts, async (tx, { scope, query }) => alertsOf(tx, scope, query));

const readAlert = onTx(contract.readAlert, async (tx, { ctx, scope, params }) => {
  const alert = await openAlert(tx, scope, params.alertId);
  await audit(tx, scope, {
    action: 'monitoring.alert-read',
    subject: { kind: 'alert', id: alert.id },
    patientId: alert.patient_id,
  });
  return detailOf(tx, scope, ctx.words, alert);
});

const acknowledgeAlert = onTx(contract.acknowledgeAlert, async (tx, { scope, params, body }) =>
  shown(tx, scope, await acknowledge(tx, scope, params.alertId, body.version)),
);
const resolveAlert = onTx(contract.resolveAlert, async (tx, { scope, params, body }) =>
  shown(tx, scope, await resolve(tx, scope, params.alertId, body)),
);
const dismissAlert = onTx(contract.dismissAlert, async (tx, { scope, params, body }) =>
  shown(tx, scope, await dismiss(tx, scope, params.alertId, body)),
);

async function shown(tx: Tx, scope: Scope, alert: AlertStored): Promise<contract.AlertRow> {
  const [row] = await presentAlerts(tx, scope, [alert]);
  if (!row) throw new Error('an alert in reach has no patient');
  return row;
}

export const endpoints: readonly Endpoint[] = [
  patientMeasures,
  listReadings,
  recordReading,
  correctReading,
  listAlerts,
  readAlert,
  acknowledgeAlert,
  resolveAlert,
  dismissAlert,
];
