import type { PackSections, PathwayTask } from '../../server/src/domains/content/index.ts';
import { type Occurrence, occurrences } from './occurrences.ts';

/** After this many days at home the daily things are only named when they begin or end. */
const fullDays = 14;

/** The plan as a reader of the pack would live it: phase, day, hour, who, what. */
export function preview({ pack, pathway }: PackSections, dischargeDay: number, lastDay: number): string {
  const zero = pathway.phases[0]?.anchor === 'discharge' ? dischargeDay : 0;
  const byDay = Map.groupBy(
    pathway.tasks.flatMap((task) => thinned(occurrences(task, dischargeDay, lastDay), dischargeDay)),
    ({ day }) => day,
  );
  const lines = [`${pack.title['zh-CN']} ${pack.version} (${pack.signOff.status})`, `手术后第 ${dischargeDay} 天出院`];
  let phaseId = '';
  for (const day of [...byDay.keys()].sort((a, b) => a - b)) {
    const phase = pathway.phases.findLast(({ fromDay }) => fromDay + zero <= day);
    if (phase && phase.id !== phaseId) {
      phaseId = phase.id;
      lines.push('', `== ${phase.title['zh-CN']} ==`, ...phase.goals.map((goal) => `   · ${goal['zh-CN']}`));
    }
    lines.push('', `术后第 ${day} 天 · 出院第 ${day - dischargeDay} 天`);
    const today = (byDay.get(day) ?? []).sort((a, b) => a.time.localeCompare(b.time));
    lines.push(...today.map(({ time, task, note }) => `  ${time}  ${task.title['zh-CN']}${note}  [${owner(task)}]`));
  }
  return `${lines.join('\n')}\n`;
}

type Shown = Occurrence & { note: string };

function thinned(all: Occurrence[], dischargeDay: number): Shown[] {
  const first = all[0]?.day;
  const last = all.at(-1)?.day;
  if (all.length < 2 || !('fromDay' in (all[0]?.task.schedule ?? {}))) return all.map((one) => ({ ...one, note: '' }));
  return all
    .filter(({ day }) => day <= dischargeDay + fullDays || day === first || day === last)
    .map((one) => ({ ...one, note: one.day === first ? ' (开始)' : one.day === last ? ' (最后一天)' : '' }));
}

const owners: Record<PathwayTask['owner'], string> = {
  patient: '患者',
  'attending-nurse': '责任护士',
  'attending-doctor': '主治医生',
  'rehabilitation-therapist': '康复师',
  'case-manager': '个案管理师',
  system: '系统',
};

function owner(task: PathwayTask): string {
  return owners[task.owner];
}
