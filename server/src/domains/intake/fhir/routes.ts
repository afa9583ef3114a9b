import type { FastifyReply } from 'fastify';
import * as contract from '../../../../../contract/intake.ts';
import { type BundleIndex, operationOutcome, outcomeOf, readBundle } from '../../../../../protocols/fhir/index.ts';
import { wallNow } from '../../../kernel/clock/wall.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { type Asked, type Endpoint, notFound, on, onPublic } from '../../../kernel/http/index.ts';
import { accept } from '../accept.ts';
import { feedById } from '../feed.store.ts';
import { factsOf, understand } from '../understand.ts';
import { capabilities } from './capabilities.ts';

type Resource = { resourceType: string } & Record<string, unknown>;
const plain = (resource: object): Resource => resource as unknown as Resource;

/**
 * Takes a bundle: 400 where it is none (nothing is kept, the sender still has it), 422 where it cannot be used (kept in quarantine,
 * so that both sides see it), else 200 once it is stored. What it means is carried out by the same handler as HL7.
 */
async function take({ ctx, request, reply, principal }: Asked<undefined, undefined, undefined>): Promise<Resource> {
  void reply.type('application/fhir+json; charset=utf-8');
  const bytes = bytesOf(request.body);
  const parsed = parseJson(bytes);
  if (!parsed.ok)
    return refuse(reply, 400, operationOutcome([{ severity: 'error', code: 'structure', diagnostics: 'not JSON' }]));
  const result = readBundle(parsed.json);
  if (!result.ok) return refuse(reply, 400, outcomeOf(result.error));
  const broken = await store(ctx, principal, bytes);
  if (broken === null) return accepted(result.bundle);
  const { code, path } = broken;
  const details = { system: 'urn:dayone:intake', code };
  return refuse(reply, 422, operationOutcome([{ severity: 'error', code: 'processing', expression: [path], details }]));
}

async function store(ctx: Ctx, principal: Asked<never, never, never>['principal'], bytes: Buffer) {
  return ctx.db.tenant(principal.hospitalId, async (tx) => {
    const feed = principal.id === null ? null : await feedById(tx, principal.id);
    if (feed === null) throw notFound();
    const { envelope, mapped } = understand({ format: 'fhir', bytes, corrected: null }, factsOf(feed));
    const refused = mapped.kind === 'broken' ? mapped : null;
    await accept(tx, ctx, { feedId: feed.id, bytes, envelope, refused });
    return refused;
  });
}

/** application/fhir+json arrives as it was sent; plain application/json was parsed on the way in. */
function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body ?? null));
}

function parseJson(bytes: Buffer): { ok: true; json: unknown } | { ok: false } {
  try {
    return { ok: true, json: JSON.parse(bytes.toString('utf8')) };
  } catch {
    return { ok: false };
  }
}

function refuse(reply: FastifyReply, status: 400 | 422, outcome: object): Resource {
  void reply.code(status);
  return plain(outcome);
}

/** A transaction or batch is answered entry by entry; every other bundle by an outcome. 202: stored, carried out in a moment. */
function accepted(bundle: BundleIndex): Resource {
  if (bundle.type !== 'transaction' && bundle.type !== 'batch') return plain(operationOutcome([]));
  const lastModified = wallNow().toISOString();
  return {
    resourceType: 'Bundle',
    type: `${bundle.type}-response`,
    entry: bundle.entries.map(() => ({ response: { status: '202 Accepted', lastModified } })),
  };
}

const metadata = onPublic(contract.fhirMetadata, async ({ reply }) => {
  void reply.type('application/fhir+json; charset=utf-8');
  return plain(capabilities());
});

export const fhirEndpoints: readonly Endpoint[] = [
  on(contract.postBundle, take),
  on(contract.postBundleResource, take),
  metadata,
];
