import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const Secrets = z.object({
  superuser: z.string(),
  owner: z.string(),
  app: z.string(),
  jobs: z.string(),
  sweeper: z.string(),
  /** Key of the keyed hashes under which phones and codes are looked up; 32 bytes as hex. */
  lookupKey: z.string().length(64),
});
export type Secrets = z.infer<typeof Secrets>;

/** The secrets of an embedded installation, made at the first start and readable by its owner only. */
export function readOrMakeSecrets(dataDir: string): Secrets {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(dataDir, 'secrets.json');
  if (existsSync(file)) return Secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
  const word = () => randomBytes(24).toString('base64url');
  const secrets: Secrets = {
    superuser: word(),
    owner: word(),
    app: word(),
    jobs: word(),
    sweeper: word(),
    lookupKey: randomBytes(32).toString('hex'),
  };
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
