import { DEMO_FEED, DEMO_LOGINS } from '../../../tools/seed/people.ts';
import type { Config } from '../kernel/config/index.ts';

/** What a newcomer sees when the house stands: where to look, who to be, what to feed. */
export function greet(
  print: (line: string) => void,
  config: Config,
  addresses: Readonly<Record<string, string>>,
  ms: number,
): void {
  print('');
  print(`  Dayone 归安  ${(ms / 1000).toFixed(1)} s`);
  print('');
  if (addresses['http']) {
    print(`  控制台 console      ${config.publicUrl}/`);
    print(`  接口 API            ${config.publicUrl}/api/openapi.json`);
  }
  if (addresses['mllp']) print(`  HL7 v2 (MLLP)       ${addresses['mllp']}`);
  if (!config.demo) return;
  print('');
  print('  演示登录 demo logins (hospital demo, password dayone-demo, PIN 2580)');
  for (const login of DEMO_LOGINS) print(`    ${login.staffNo.padEnd(6)} ${login.name}  ${login.title}`);
  print('');
  print(`  试一条出院消息 try a discharge:  npm run feed -- ${DEMO_FEED}`);
  print('');
}
