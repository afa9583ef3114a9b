import type { Config } from './config/index.ts';
import type { Database } from './db/index.ts';
import type { FileStore } from './files/index.ts';
import type { Words } from './i18n/index.ts';
import type { Logger } from './log/index.ts';
import type { Hub } from './realtime/index.ts';
import type { Metrics } from './telemetry/index.ts';

/** What edges and acts need, made once by the composition root and passed on in the open. */
export interface Ctx {
  readonly config: Config;
  readonly log: Logger;
  readonly db: Database;
  readonly hub: Hub;
  readonly files: FileStore;
  readonly words: Words;
  readonly metrics: Metrics;
  /** Key of the look-up hashes (`crypto.lookupHash`). */
  readonly lookupKey: string;
}
