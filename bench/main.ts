// `npm run bench -- NAME`: measures a piece of work beside its floor in the same run and prints both with their ratio.
import { readdirSync } from 'node:fs';
import path from 'node:path';

const names = readdirSync(path.join(import.meta.dirname, 'runs'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3));
const name = process.argv[2] ?? '';
if (!names.includes(name)) {
  process.stderr.write(`用法 usage: npm run bench -- NAME\nNAME: ${names.join(', ')}\n`);
  process.exit(2);
}
const run = (await import(`./runs/${name}.ts`)) as { bench: (args: readonly string[]) => Promise<void> };
await run.bench(process.argv.slice(3));
