import type { EventHandler } from '../../kernel/http/index.ts';
import { attempt } from './attempt.ts';

/** The time of a message has come: check everything again and act. */
export const onMessageDue: EventHandler = (tx, event) => attempt(tx, String(event.payload.id));
