import type { Words } from '../../../../contract/common.ts';
import type { Tx } from '../../kernel/db/index.ts';

/** What an adapter gets to carry. `id` is the idempotency key: carried twice, it must arrive once. */
export interface Parcel {
  readonly id: string;
  readonly patientId: string;
  readonly outsideTitle: Words;
}

/** A provider's answer is data: `again` tells whether another try may help. */
export type Carried = { readonly ok: true } | { readonly ok: false; readonly code: string; readonly again: boolean };

/**
 * A way to a person. It runs inside the sender's transaction, so it does no network call: one that leaves the house (SMS, WeCom)
 * writes its own outgoing row here and lets a job carry it after commit, with `id` as the provider's key.
 */
export interface Adapter {
  readonly channel: 'in-app';
  carry(tx: Tx, parcel: Parcel): Promise<Carried>;
}

/** The inbox of the patient's own page: the message has arrived when its state says so. */
export const inApp: Adapter = {
  channel: 'in-app',
  carry: async (tx, parcel) => {
    tx.hint(`patient:${parcel.patientId}`, 'message', parcel.id);
    return { ok: true };
  },
};
