import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPack, type PackProblem, readPackFolder } from '../../server/src/domains/content/index.ts';
import { jsonSchemas } from './json-schemas.ts';
import { preview } from './preview.ts';

const usage = `node tools/content/main.ts check   <folder>…            problems with file and place; exit 1 if any
node tools/content/main.ts preview <folder> [--discharge-day 5] [--days 400]
node tools/content/main.ts schema                       writes content/schema/*.json
`;

const say = (text: string) => process.stdout.write(text);

function show({ file, path, code, message }: PackProblem): string {
  return `${[file, path].filter(Boolean).join(' ')}  [${code}]\n    ${message['zh-CN']}\n    ${message.en}\n`;
}

async function check(folder: string): Promise<number> {
  const read = await readPackFolder(folder);
  const problems = read.ok ? checkPack(read.sections) : read.problems;
  say(problems.map(show).join(''));
  say(problems.length === 0 ? `${folder}: 没有问题 / clean\n` : `${folder}: ${problems.length} 个问题 / problems\n`);
  return problems.length;
}

async function showPlan(folder: string, dischargeDay: number, days: number): Promise<number> {
  const read = await readPackFolder(folder);
  if (!read.ok) return check(folder);
  say(preview(read.sections, dischargeDay, days));
  return 0;
}

async function writeSchemas(): Promise<number> {
  const folder = join(import.meta.dirname, '../../content/schema');
  await mkdir(folder, { recursive: true });
  for (const [name, text] of jsonSchemas()) await writeFile(join(folder, name), text);
  say(`content/schema: ${jsonSchemas().size} files\n`);
  return 0;
}

/** Reads the command line; `undefined` when it makes no sense. */
function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'discharge-day': { type: 'string', default: '5' }, days: { type: 'string', default: '400' } },
    });
    const dischargeDay = Number(values['discharge-day']);
    const days = Number(values.days);
    if (!Number.isSafeInteger(dischargeDay) || !Number.isSafeInteger(days)) return undefined;
    return { command: positionals[0], folders: positionals.slice(1), dischargeDay, days };
  } catch {
    return undefined;
  }
}

async function main(args: string[]): Promise<number> {
  const read = readArguments(args);
  const folder = read?.folders[0];
  if (read?.command === 'schema') return writeSchemas();
  if (read?.command === 'preview' && folder) return showPlan(folder, read.dischargeDay, read.days);
  if (read?.command === 'check' && folder) {
    let found = 0;
    for (const one of read.folders) found += await check(one);
    return found;
  }
  process.stderr.write(usage);
  return 1;
}

process.exitCode = (await main(process.argv.slice(2))) > 0 ? 1 : 0;
