import { Help, parseArguments } from './app/arguments.ts';
import { runProgram } from './app/program.ts';
import { processEnv } from './kernel/config/index.ts';

const parsed = parseArguments(process.argv.slice(2));
if (parsed instanceof Help) {
  process.stdout.write(`${parsed.text}\n`);
  process.exitCode = parsed.exitCode;
} else {
  process.exitCode = await runProgram(processEnv(), parsed, {
    print: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  });
}
