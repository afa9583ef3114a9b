import * as contract from '../../../../contract/timeline.ts';
import { audit } from '../../kernel/audit/index.ts';
import { type Endpoint, onTx } from '../../kernel/http/index.ts';
import { read } from './read.ts';

const readTimeline = onTx(contract.readTimeline, async (tx, { ctx, scope, params, query }) => {
  const page = await read(tx, scope, ctx.words, params.patientId, query);
  await audit(tx, scope, {
    action: 'timeline.read',
    subject: { kind: 'patient', id: params.patientId },
    patientId: params.patientId,
  });
  return page;
});

export const endpoints: readonly Endpoint[] = [readTimeline];
