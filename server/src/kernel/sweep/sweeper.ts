import { sleep, wallNow } from '../clock/wall.ts';
import type { Database } from '../db/index.ts';
import type { Logger } from '../log/index.ts';
import { type DueTable, hospitalsDue, sweepHospital } from './index.ts';

/** Looks every second, on the wall, for hospitals with due rows and wakes them. */
export class Sweeper {
  readonly #db: Database;
  readonly #dues: readonly DueTable[];
  readonly #log: Logger;
  #running: Promise<void> | null = null;
  #stopping = false;
  #cancel: () => void = () => undefined;

  constructor(db: Database, dues: readonly DueTable[], log: Logger) {
    this.#db = db;
    this.#dues = dues;
    this.#log = log;
  }

  start(): void {
    this.#stopping = false;
    this.#running ??= this.#loop();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#cancel();
    await this.#running;
    this.#running = null;
  }

  async #loop(): Promise<void> {
    while (!this.#stopping) {
      for (const due of this.#dues) await this.#round(due);
      if (!this.#stopping)
        await Promise.race([
          sleep(1_000),
          new Promise<void>((resolve) => {
            this.#cancel = resolve;
          }),
        ]);
    }
  }

  /** Every hospital by itself: a row that cannot be woken in one keeps no other table and no other hospital waiting. */
  async #round(due: DueTable): Promise<void> {
    const failed = (err: unknown) => this.#log.error({ err, table: due.table }, 'sweep failed');
    const hospitals = await hospitalsDue(this.#db, due, wallNow()).catch((err: unknown) => {
      failed(err);
      return [];
    });
    for (const hospitalId of hospitals) await sweepHospital(this.#db, hospitalId, [due]).catch(failed);
  }
}
