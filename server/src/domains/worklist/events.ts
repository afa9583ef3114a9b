/** Lane of each: the patient. Payloads hold ids, codes and times only. */
export const ITEM_ASSIGNED = 'item.assigned';
export const ITEM_OVERDUE = 'item.overdue';
export const ITEM_DONE = 'item.done';
/** To itself, from the sweep. */
export const ITEM_WOKEN = 'item.woken';

type About = {
  readonly itemId: string;
  readonly patientId: string;
  readonly kind: string;
  readonly refKind: string;
  readonly refId: string;
};
/** `staffId` null: nobody in particular; the level says who was asked. */
export type ItemAssigned = About & { readonly staffId: string | null; readonly level: string };
export type ItemOverdue = About & { readonly dueAt: string };
export type ItemDone = About & { readonly outcome: 'done' | 'cancelled'; readonly reasonCode: string };
