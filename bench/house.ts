import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type House, makeHouse } from '../server/src/app/house.ts';
import { embeddedDatabase, withClient } from '../server/src/app/postgres/index.ts';
import { seedDemo } from '../server/src/app/seed.ts';
import { readConfig } from '../server/src/kernel/config/index.ts';
import type { DatabaseUrls } from '../server/src/kernel/db/index.ts';
import type { HospitalId } from '../server/src/kernel/ids/index.ts';
import { makeLog } from '../server/src/kernel/log/index.ts';
import { migrate, readMigrations } from '../server/src/kernel/migrate/index.ts';
import { makePartitions } from '../server/src/kernel/migrate/partitions.ts';

export interface BenchHouse {
  readonly house: House;
  readonly urls: DatabaseUrls;
  readonly hospitalId: HospitalId;
  readonly addresses: Record<string, string>;
  stop(): Promise<void>;
}

/** A house as `npm start` builds it, on a durable embedded PostgreSQL in a folder of its own. */
export async function startBenchHouse(): Promise<BenchHouse> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'dayone-bench-'));
  const { urls, postgres, lookupKey } = await embeddedDatabase(dataDir);
  await withClient(urls.owner, async (client) => {
    await migrate(client, readMigrations(path.resolve(import.meta.dirname, '../server/migrations')));
    await makePartitions(client, new Date());
  });
  const config = readConfig({
    DATA_DIR: dataDir,
    PORT: '0',
    MLLP_PORT: '0',
    HOST: '127.0.0.1',
    MLLP_HOST: '127.0.0.1',
    DEMO: '1',
  });
  const house = await makeHouse({ config, urls, lookupKey, log: makeLog('error') });
  const hospitalId = await seedDemo(house);
  const addresses = await house.start(['api', 'worker', 'mllp']);
  return {
    house,
    urls,
    hospitalId,
    addresses,
    stop: async () => {
      await house.stop();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
