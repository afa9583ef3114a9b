import type { RoleName } from './house.ts';

export interface Arguments {
  readonly roles: readonly RoleName[];
  /** Migrate and stop. */
  readonly migrateOnly: boolean;
  /** Empty the demo hospital and stop; the next start loads it anew. */
  readonly demoReset: boolean;
}

/** What to print instead of starting. */
export class Help {
  readonly text: string;
  readonly exitCode: number;

  constructor(text: string, exitCode: number) {
    this.text = text;
    this.exitCode = exitCode;
  }
}

const ROLES: readonly RoleName[] = ['api', 'worker', 'mllp'];

const HELP = `Dayone 归安 — 出院后第一天

用法 Usage: npm start -- [role …] [--migrate] [--help]
            npm run demo:reset      清空演示医院，下次启动重新装入 (embedded database only)

角色 Roles (默认 all; several may be named)
  api      控制台、API、FHIR           console, API, FHIR over HTTP (PORT, 8080)
  worker   事件、定时、队列            deliveries, due sweep, job queue
  mllp     HL7 v2 监听                 HL7 v2 listener over MLLP (MLLP_PORT, 2575)
  all      以上全部                    all of these

选项 Options
  --migrate      只升级数据库结构后退出   migrate the database and stop
  --demo-reset   清空演示医院后退出       empty the demo hospital and stop
  --help         显示本页                 this page

环境变量 Environment: PORT, MLLP_PORT, DATA_DIR, DATABASE_URL … 见 docs/configuration.md`;

/** Reads the command line; an unknown word gives the help text and exit code 2. */
export function parseArguments(words: readonly string[]): Arguments | Help {
  const roles = new Set<RoleName>();
  let migrateOnly = false;
  let demoReset = false;
  for (const word of words) {
    if (word === '--help' || word === '-h') return new Help(HELP, 0);
    if (word === '--migrate') migrateOnly = true;
    else if (word === '--demo-reset') demoReset = true;
    else if (word === 'all') for (const role of ROLES) roles.add(role);
    else if ((ROLES as readonly string[]).includes(word)) roles.add(word as RoleName);
    else return new Help(`不认识的参数 / unknown argument: ${word}\n\n${HELP}`, 2);
  }
  return { roles: roles.size > 0 ? [...roles] : ROLES, migrateOnly, demoReset };
}
