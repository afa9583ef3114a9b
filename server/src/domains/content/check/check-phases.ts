import { type PackProblem, packProblem } from '../problem.ts';
import type { PackSections } from '../schema/index.ts';

/** Phases cover every day from 0 on exactly once, counted from one anchor, the last one open. */
export function checkPhases({ pathway: { phases } }: PackSections): PackProblem[] {
  const problems: PackProblem[] = [];
  const say = (index: number, code: string, zh: string, en: string) =>
    problems.push(packProblem('pathway.yaml', `phases[${index}]`, code, zh, en));
  let next = 0;
  phases.forEach((phase, index) => {
    const last = index === phases.length - 1;
    if (phase.anchor !== phases[0]?.anchor)
      say(index, 'phase-anchor', '各阶段要从同一个日子算起', 'all phases count from one anchor');
    if (phase.fromDay > next) say(index, 'phase-gap', `第 ${next} 天没有阶段`, `day ${next} belongs to no phase`);
    if (phase.fromDay < next)
      say(index, 'phase-overlap', `第 ${phase.fromDay} 天属于两个阶段`, `day ${phase.fromDay} belongs to two phases`);
    if (phase.toDay === null && !last)
      say(index, 'phase-open', '只有最后一个阶段可以没有结束日', 'only the last phase may be open');
    if (phase.toDay !== null && last)
      say(index, 'phase-closed', '最后一个阶段不能有结束日', 'the last phase must be open');
    if (phase.toDay !== null && phase.toDay < phase.fromDay)
      say(index, 'days-backwards', '结束早于开始', 'it ends before it begins');
    next = (phase.toDay ?? phase.fromDay) + 1;
  });
  return problems;
}
