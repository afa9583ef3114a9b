import type { Config } from '../../kernel/config/index.ts';
import type { DatabaseUrls } from '../../kernel/db/index.ts';
import { StartRefused } from '../refusal.ts';
import { withClient } from './index.ts';
import { readOrMakeSecrets } from './secrets.ts';

/**
 * Addresses of an external PostgreSQL. DATABASE_URL is the app role's; the other three default to it with the role's name
 * changed (`dayone_app` → `dayone_owner` …), for installations that give the four roles one password.
 */
export async function externalDatabase(
  config: Config,
): Promise<{ urls: DatabaseUrls; lookupKey: string; stop: () => Promise<void> }> {
  const app = config.DATABASE_URL ?? '';
  const as = (role: string, given: string | undefined) =>
    given ?? app.replace(/^(\w+:\/\/)([^:@/]*?)app(?=[:@])/, `$1$2${role}`);
  const urls = {
    app,
    owner: as('owner', config.DATABASE_OWNER_URL),
    jobs: as('jobs', config.DATABASE_JOBS_URL),
    sweeper: as('sweeper', config.DATABASE_SWEEPER_URL),
  };
  const version = await withClient(app, async (client) =>
    Number((await client.query<{ v: string }>("select current_setting('server_version_num') as v")).rows[0]?.v),
  );
  if (version < 150_000)
    throw new StartRefused(
      `PostgreSQL 版本太旧（${version}），需要 15 或更新。 / PostgreSQL 15 or newer is needed, this is ${version}.`,
    );
  if (new Set(Object.values(urls)).size < 4) {
    throw new StartRefused(
      'DATABASE_URL 要用 dayone_app 登录，另外三个角色见 deploy/roles.sql。 / DATABASE_URL must sign in as dayone_app; see deploy/roles.sql for the other three roles.',
    );
  }
  return { urls, lookupKey: readOrMakeSecrets(config.dataDir).lookupKey, stop: async () => undefined };
}
