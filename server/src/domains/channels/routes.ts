import * as contract from '../../../../contract/channels.ts';
import { audit } from '../../kernel/audit/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { type Endpoint, onTx } from '../../kernel/http/index.ts';
import { staffByIds } from '../identity/index.ts';
import { gateRow, waitingByPurpose } from './gate.store.ts';
import { allowOutgoing, releaseSurge, stopOutgoing } from './gate.ts';
import { presentGate } from './present.ts';
import { messagesOf } from './read.ts';

const listMessages = onTx(contract.listMessages, async (tx, { ctx, scope, params, query }) => {
  const page = await messagesOf(tx, scope, ctx.words, params.patientId, query);
  await audit(tx, scope, {
    action: 'channels.messages-read',
    subject: { kind: 'patient', id: params.patientId },
    patientId: params.patientId,
  });
  return page;
});

const readGate = onTx(contract.readGate, (tx) => shown(tx));

const stop = onTx(contract.stopOutgoing, async (tx, { scope, body }) => {
  await stopOutgoing(tx, scope, body);
  return shown(tx);
});

const allow = onTx(contract.allowOutgoing, async (tx, { scope, body }) => {
  await allowOutgoing(tx, scope, body);
  return shown(tx);
});

const release = onTx(contract.releaseSurge, async (tx, { scope, body }) => {
  await releaseSurge(tx, scope, body);
  return shown(tx);
});

async function shown(tx: Tx) {
  const gate = await gateRow(tx);
  const [by] = gate?.changed_by ? await staffByIds(tx, [gate.changed_by]) : [];
  return presentGate(gate, by?.name ?? null, await waitingByPurpose(tx));
}

export const endpoints: readonly Endpoint[] = [listMessages, readGate, stop, allow, release];
