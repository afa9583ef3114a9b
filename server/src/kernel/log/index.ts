import { type Logger, pino } from 'pino';

export type { Logger };

/**
 * The logger. Lines carry ids, codes and times; the paths below are dropped whole should a caller ever pass them, and error
 * messages of the database are reduced to their SQLSTATE because PostgreSQL repeats row values in its details.
 */
export function makeLog(level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'name',
        'phone',
        'text',
        'body',
        '*.name',
        '*.phone',
        '*.text',
        '*.body',
        'req.headers',
        'password',
        '*.password',
      ],
      remove: true,
    },
    serializers: { err: errorCode, error: errorCode },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** What may be said of an error in a log or a job row: its class, its code and where it was thrown. */
export function errorCode(error: unknown): { type: string; code: string; at?: string } {
  if (!(error instanceof Error)) return { type: 'unknown', code: 'unknown' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const frame = error.stack
    ?.split('\n')
    .find((line) => /^\s+at .*\.(ts|mjs|js):\d+/.test(line))
    ?.trim();
  return {
    type: error.name,
    code,
    ...(frame ? { at: frame.replace(/\(?file:\/\/.*\/(server|contract|protocols|node_modules)\//, '($1/') } : {}),
  };
}
