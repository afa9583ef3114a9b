import { type PackProblem, packProblem } from '../problem.ts';
import type { Bilingual, PackSections } from '../schema/index.ts';

/** Rules and signs agree in level, red ones name 120, figures can occur. */
export function checkAlerts(sections: PackSections): PackProblem[] {
  return [...checkSigns(sections), ...checkRules(sections)];
}

function checkSigns({ 'warning-signs': signs }: PackSections): PackProblem[] {
  const file = 'warning-signs.yaml';
  const missing = (['green', 'amber', 'red'] as const)
    .filter((level) => !signs.some((sign) => sign.level === level))
    .map((level) => packProblem(file, '', 'level-missing', `没有 ${level} 级的信号`, `there is no ${level} sign`));
  const silent = signs.flatMap((sign, index) =>
    sign.level === 'red' && !names120(sign.whatToDo) ? [no120(file, `[${index}].whatToDo`)] : [],
  );
  return [...missing, ...silent];
}

function checkRules({ measure, 'warning-signs': signs }: PackSections): PackProblem[] {
  const file = 'measure.yaml';
  const levels = new Map(signs.map((sign) => [sign.id, sign.level]));
  const programme = new Map(measure.programme.map((entry) => [entry.code, entry]));
  return measure.rules.flatMap((rule, index) => {
    const path = `rules[${index}]`;
    const problems: PackProblem[] = [];
    if (rule.severity === 'red' && !names120(rule.patientNow)) problems.push(no120(file, `${path}.patientNow`));
    const level = levels.get(rule.warningSign);
    if (level && level !== rule.severity) {
      problems.push(
        packProblem(
          file,
          `${path}.warningSign`,
          'sign-level',
          '与警示信号的级别不一致',
          'differs in level from its warning sign',
        ),
      );
    }
    const entry = programme.get(rule.code);
    if (entry && (rule.value < entry.min || rule.value > entry.max)) {
      problems.push(
        packProblem(
          file,
          `${path}.value`,
          'value-out-of-range',
          '界值不在可填范围内',
          'the figure lies outside what can be typed',
        ),
      );
    }
    if (rule.toDay !== null && rule.toDay < rule.fromDay) {
      problems.push(packProblem(file, path, 'days-backwards', '结束早于开始', 'it ends before it begins'));
    }
    return problems;
  });
}

function names120(words: Bilingual): boolean {
  return words['zh-CN'].includes('120') && words.en.includes('120');
}

function no120(file: string, path: string): PackProblem {
  return packProblem(file, path, 'no-120', '红色信号要写明拨打 120', 'a red line must name 120');
}
