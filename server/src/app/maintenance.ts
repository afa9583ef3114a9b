import { listHospitals } from '../domains/identity/index.ts';
import { sealAudit, verifyAudit } from '../kernel/audit/index.ts';
import { wallNow } from '../kernel/clock/wall.ts';
import { makeClient } from '../kernel/db/index.ts';
import type { JobDefinition } from '../kernel/manifest.ts';
import { makePartitions, purgeOutbox } from '../kernel/migrate/partitions.ts';

/** The house's own upkeep, by the clock: partitions ahead, audit sealed and verified, the outbox emptied after 30 days. */
export function kernelJobs(ownerUrl: string): Record<string, JobDefinition> {
  const asOwner = async (work: (client: ReturnType<typeof makeClient>) => Promise<void>) => {
    const client = makeClient(ownerUrl, 'maintenance');
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  };
  return {
    'kernel:partitions': { cron: '7 2 * * *', run: () => asOwner((client) => makePartitions(client, wallNow())) },
    'kernel:outbox-purge': { cron: '17 2 * * *', run: () => asOwner((client) => purgeOutbox(client, wallNow())) },
    'kernel:audit-seal': {
      cron: '*/5 * * * *',
      run: async (ctx) => {
        for (const hospital of await listHospitals(ctx.db)) await ctx.db.tenant(hospital.id, sealAudit);
      },
    },
    'kernel:audit-verify': {
      cron: '37 2 * * *',
      run: async (ctx) => {
        for (const hospital of await listHospitals(ctx.db)) {
          const { broken } = await ctx.db.tenant(hospital.id, verifyAudit);
          if (broken.length > 0)
            ctx.log.fatal(
              { hospital: hospital.id, minutes: broken.map((minute) => minute.toISOString()) },
              'audit rows were changed after they were sealed',
            );
        }
      },
    },
  };
}
