import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');
const port = z.coerce.number().int().min(0).max(65535);

/** Every setting the program reads from its environment; the reference in docs is made from these descriptions. */
export const settings = z.object({
  PORT: port.default(8080).describe('HTTP port of console, API and FHIR'),
  HOST: z.string().default('0.0.0.0').describe('Address the HTTP server binds to'),
  MLLP_PORT: port.default(2575).describe('Port on which HL7 v2 messages are heard (MLLP)'),
  MLLP_HOST: z.string().default('0.0.0.0').describe('Address the MLLP listener binds to'),
  DATA_DIR: z.string().default('./data').describe('Folder of the embedded database, files and secrets'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional()
    .describe('PostgreSQL 15 or newer, signed in as the app role; empty: the embedded PostgreSQL in DATA_DIR'),
  DATABASE_OWNER_URL: z.string().optional().describe('The same database as the owner role (migrations, partitions)'),
  DATABASE_JOBS_URL: z.string().optional().describe('The same database as the jobs role (the queue)'),
  DATABASE_SWEEPER_URL: z
    .string()
    .optional()
    .describe('The same database as the sweeper role (finds hospitals with due work)'),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(16)
    .describe('Connections of the app role per process'),
  DEMO: flag
    .optional()
    .describe('1: load the demo hospital and let its clock be moved; default 1 with the embedded database, else 0'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('warn')
    .describe('Least level that is logged'),
  PUBLIC_URL: z.url().optional().describe('Address patients reach; default http://localhost:PORT'),
  TRUST_PROXY: flag.default(false).describe('1 when a reverse proxy sets X-Forwarded-For and ends TLS'),
  SECURE_COOKIES: flag.optional().describe('1: cookies only over TLS; default 1 when PUBLIC_URL is https'),
  IDLE_LOCK_SECONDS: z.coerce
    .number()
    .int()
    .min(30)
    .max(3600)
    .default(300)
    .describe('Idle time after which the console locks'),
});

export type Settings = z.infer<typeof settings>;
export interface Config extends Settings {
  readonly dataDir: string;
  readonly embedded: boolean;
  readonly demo: boolean;
  readonly publicUrl: string;
  readonly secureCookies: boolean;
  readonly workerName: string;
}

/** Thrown for a setting that cannot be used; the message is one sentence fit for a terminal. */
export class ConfigError extends Error {}

/**
 * Reads and checks the settings. Throws ConfigError naming the first wrong setting (never its value, which may hold a password).
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(
      `${issue?.path.join('.') ?? 'A setting'} 不能使用 / cannot be used: ${issue?.message ?? 'invalid'}`,
    );
  }
  const value = parsed.data;
  const embedded = value.DATABASE_URL === undefined;
  const publicUrl = value.PUBLIC_URL ?? `http://localhost:${value.PORT}`;
  return {
    ...value,
    dataDir: path.resolve(value.DATA_DIR),
    embedded,
    demo: value.DEMO ?? embedded,
    publicUrl,
    secureCookies: value.SECURE_COOKIES ?? publicUrl.startsWith('https:'),
    workerName: `${os.hostname()}:${process.pid}`,
  };
}

/** The environment of this process; other code never touches it. */
export function processEnv(): NodeJS.ProcessEnv {
  return process.env;
}
