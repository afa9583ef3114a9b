import type { EventHandler } from '../../kernel/http/index.ts';
import { latestRisk } from '../encounters/index.ts';
import { rerank } from '../worklist/index.ts';
import { liveCallsOfStay } from './call.store.ts';

/** The score as it stands now gives the stay's calls their place in the list. */
export const onRiskChanged: EventHandler = async (tx, event) => {
  const encounterId = String(event.payload.encounterId);
  const risk = (await latestRisk(tx, [encounterId])).get(encounterId);
  for (const call of await liveCallsOfStay(tx, encounterId, String(event.payload.patientId)))
    await rerank(tx, call.item_id, { risk: risk?.score ?? null });
};
