import type { EventHandler } from '../../kernel/http/index.ts';
import { settleStay } from './settle-stay.ts';

/** A stay began, changed, ended or was taken back. */
export const onStayChanged: EventHandler = (tx, event, ctx) =>
  settleStay(tx, ctx.words, String(event.payload.encounterId));
