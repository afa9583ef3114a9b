// `npm run dev`: the server restarts when its sources change, the console is served by Vite with hot reload on port 5173.
import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
const children = [
  spawn(process.execPath, ['--watch', '--watch-preserve-output', 'server/src/main.ts'], {
    cwd: ROOT,
    stdio: 'inherit',
  }),
  spawn(process.execPath, [vite, '--config', 'web/staff/vite.config.ts'], { cwd: ROOT, stdio: 'inherit' }),
];
const stop = () => {
  for (const child of children) child.kill('SIGTERM');
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
await Promise.race(children.map((child) => new Promise<void>((resolve) => child.once('exit', () => resolve()))));
stop();
