import type { EventHandler } from '../../kernel/http/index.ts';
import type { ItemAssigned } from '../worklist/index.ts';
import { acknowledgeByItem } from './close.ts';

/** Taking an alert's item is taking the alert in hand; being named for it or asked is not. The item as it stands decides. */
export const onItemAssigned: EventHandler = async (tx, event) => {
  const item = event.payload as ItemAssigned;
  if (item.refKind === 'alert') await acknowledgeByItem(tx, item.refId, item.itemId);
};
