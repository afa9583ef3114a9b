import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Builds the web apps when their sources changed since the last build; a fresh build costs a few milliseconds to notice. */
const ROOT = path.resolve(import.meta.dirname, '..');
const SOURCES = ['web', 'contract', 'protocols', 'package-lock.json'];
/** A test run says NODE_ENV=test, which would leave React's development build behind for the next start. */
const PRODUCTION = { ...process.env, NODE_ENV: 'production' };
const STAMP = path.join(ROOT, 'web/dist/.built');

function digest(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) add(hash, path.join(ROOT, source));
  return hash.digest('hex');
}

function add(hash: ReturnType<typeof createHash>, at: string): void {
  if (!statSync(at).isDirectory()) {
    hash.update(at).update(readFileSync(at));
    return;
  }
  for (const name of readdirSync(at).sort())
    if (name !== 'dist' && name !== 'node_modules') add(hash, path.join(at, name));
}

const wanted = digest();
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== wanted) {
  process.stdout.write('生成页面 building the pages …\n');
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  for (const app of ['staff', 'patient']) {
    const config = path.join(ROOT, 'web', app, 'vite.config.ts');
    if (!existsSync(config)) continue;
    const built = spawnSync(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'error'], {
      cwd: ROOT,
      env: PRODUCTION,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (built.status !== 0) {
      process.stderr.write('页面没有生成成功，见上面的说明。 / The pages could not be built.\n');
      process.exit(1);
    }
  }
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, wanted);
}
