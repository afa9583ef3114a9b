import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * Asked at start: the app role must be bound by row-level security. Returns null when it is, else one sentence with the
 * statement that mends it.
 */
export async function roleComplaint(db: Database): Promise<string | null> {
  const [role] = await db.reference(sql<{ rolsuper: boolean; rolbypassrls: boolean; rolname: string }>`
    select rolsuper, rolbypassrls, rolname from pg_roles where rolname = current_user`);
  if (!role || (!role.rolsuper && !role.rolbypassrls)) return null;
  return (
    `数据库角色 ${role.rolname} 不受行级安全约束，拒绝启动。` +
    ` / The database role ${role.rolname} is not bound by row-level security; refusing to start.` +
    ` ALTER ROLE "${role.rolname}" NOSUPERUSER NOBYPASSRLS; — deploy/roles.sql`
  );
}
