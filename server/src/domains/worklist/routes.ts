import * as contract from '../../../../contract/worklist.ts';
import { type Endpoint, on, onTx, Problem } from '../../kernel/http/index.ts';
import { openItem } from './access.ts';
import { countItems, listItems } from './list.ts';
import { presentItem } from './present.ts';
import { assign, release, snooze, take, wake } from './take.ts';

const list = onTx(contract.listItems, async (tx, { scope, query }) =>
  listItems(
    tx,
    scope,
    { wardId: query.wardId ?? null, mine: query.mine === 'true', kind: query.kind ?? null, state: query.state },
    query,
  ),
);

const counts = onTx(contract.countItems, async (tx, { scope, query }) => countItems(tx, scope, query.wardId ?? null));

const one = onTx(contract.itemOf, async (tx, { scope, params }) =>
  presentItem(tx, scope, await openItem(tx, scope, params.itemId)),
);

const takeOne = onTx(contract.takeItem, async (tx, { scope, params, body }) =>
  presentItem(tx, scope, await take(tx, scope, params.itemId, body.version)),
);

const releaseOne = onTx(contract.releaseItem, async (tx, { scope, params, body }) =>
  presentItem(tx, scope, await release(tx, scope, params.itemId, body.version)),
);

const assignOne = onTx(contract.assignItem, async (tx, { scope, params, body }) =>
  presentItem(tx, scope, await assign(tx, scope, params.itemId, body.version, body.staffId)),
);

const snoozeOne = onTx(contract.snoozeItem, async (tx, { scope, params, body }) =>
  presentItem(tx, scope, await snooze(tx, scope, params.itemId, body.version, new Date(body.until))),
);

const wakeOne = onTx(contract.wakeItem, async (tx, { scope, params, body }) =>
  presentItem(tx, scope, await wake(tx, scope, params.itemId, body.version)),
);

// Each in a transaction of its own: one that changed meanwhile does not keep the others from being taken.
const takeMany = on(contract.takeItems, async ({ ctx, scope, body }) => {
  const taken: string[] = [];
  const notTaken: string[] = [];
  for (const { id, version } of body.items) {
    try {
      await ctx.db.tenant(scope.hospitalId, (tx) => take(tx, scope, id, version));
      taken.push(id);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notTaken.push(id);
    }
  }
  return { taken, notTaken };
});

export const endpoints: readonly Endpoint[] = [
  list,
  counts,
  one,
  takeOne,
  releaseOne,
  assignOne,
  snoozeOne,
  wakeOne,
  takeMany,
];
