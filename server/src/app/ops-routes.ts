import * as contract from '../../../contract/kernel.ts';
import { audit } from '../kernel/audit/index.ts';
import { wallNow } from '../kernel/clock/wall.ts';
import { type Endpoint, notFound, on, onTx } from '../kernel/http/index.ts';
import type { Jobs } from '../kernel/jobs/index.ts';
import { countWaiting, listParked, retryParked } from '../kernel/outbox/index.ts';

/** What failed six times and waits for a person: deliveries of this hospital, jobs of the installation. */
export function opsRoutes(jobs: () => Jobs | null): Endpoint[] {
  return [
    on(contract.listParked, async ({ ctx, scope }) => {
      const { parked, waiting } = await ctx.db.tenant(scope.hospitalId, async (tx) => ({
        parked: await listParked(tx),
        waiting: await countWaiting(tx),
      }));
      const failed = (await jobs()?.failed()) ?? [];
      return {
        waiting,
        items: [
          ...parked.map((row) => ({
            id: row.event_id,
            kind: 'delivery' as const,
            name: row.handler,
            eventType: row.event_type,
            lane: row.lane,
            attempts: row.attempts,
            errorCode: row.error_code,
            since: row.recorded_at.toISOString(),
          })),
          ...failed.map((job) => ({
            id: job.id,
            kind: 'job' as const,
            name: job.name,
            eventType: null,
            lane: null,
            attempts: job.attempts,
            errorCode: job.error,
            since: job.since.toISOString(),
          })),
        ],
      };
    }),
    onTx(contract.retryParked, async (tx, { scope, params, body }) => {
      if (!(await retryParked(tx, params.eventId, body.handler, wallNow()))) throw notFound();
      await audit(tx, scope, {
        action: 'ops.retried',
        subject: { kind: 'event', id: params.eventId },
        detail: { handler: body.handler },
      });
    }),
    on(contract.retryJob, async ({ ctx, scope, params }) => {
      if (!(await jobs()?.retry(params.jobId))) throw notFound();
      await ctx.db.tenant(scope.hospitalId, (tx) =>
        audit(tx, scope, {
          action: 'ops.job-retried',
          subject: { kind: 'job', id: null },
          detail: { job: params.jobId },
        }),
      );
    }),
  ];
}
