import type { EventHandler } from '../../kernel/http/index.ts';
import { releaseWave } from './gate.ts';

/** The switch was opened, or the next wave is due. */
export const onGateOpened: EventHandler = (tx) => releaseWave(tx);
