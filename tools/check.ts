// `npm run check [name …]`: the house's own checks; names choose some of them.
import { CHECKS, describeChecks, runChecks } from './check-list.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((word) => !CHECKS.some((check) => check.name.includes(word)));
if (unknown.length > 0) {
  console.error(
    `No check is called ${unknown.join(', ')}. There are: ${CHECKS.map((check) => check.name).join(', ')}.`,
  );
  process.exit(2);
}
const chosen =
  wanted.length === 0 ? CHECKS : CHECKS.filter((check) => wanted.some((word) => check.name.includes(word)));
const results = await runChecks(process.cwd(), chosen);
console.log(describeChecks(results));
process.exitCode = results.every((result) => result.passed) ? 0 : 1;
