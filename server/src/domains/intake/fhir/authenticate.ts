import type { FastifyRequest } from 'fastify';
import type { Principal } from '../../../kernel/access/index.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { sha256 } from '../../../kernel/crypto/index.ts';
import { hospitalByCode } from '../../identity/index.ts';
import { feedBySecret } from '../feed.store.ts';

/** `Authorization: Bearer <hospital code>.<secret>` on FHIR's addresses: the feed the key belongs to. */
export async function authenticate(ctx: Ctx, request: FastifyRequest): Promise<Principal | null> {
  if (request.url !== '/fhir' && !/^\/fhir[/?]/.test(request.url)) return null;
  const key = /^Bearer ([a-z0-9-]{2,40})\.([\w-]{20,200})$/i.exec(request.headers.authorization ?? '');
  const hospital = key?.[1] ? await hospitalByCode(ctx.db, key[1]) : null;
  if (!hospital || !key?.[2]) return null;
  const feed = await feedBySecret(ctx.db, hospital.id, sha256(key[2]));
  return feed && { kind: 'device', hospitalId: hospital.id, id: feed.id, permissions: ['intake.accept'] };
}
