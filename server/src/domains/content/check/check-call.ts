import { type PackProblem, packProblem } from '../problem.ts';
import { type CallQuestion, type CallVariant, callBlock, type PackSections } from '../schema/index.ts';

const file = 'call.yaml';
const order = callBlock.options;

/** Scripts run in the order of the blocks, the one for home has them all, and every worrying answer leads somewhere. */
export function checkCall(sections: PackSections): PackProblem[] {
  const { call } = sections;
  const byId = new Map(call.questions.map((question) => [question.id, question]));
  const home = call.variants.some((variant) => variant.disposition === 'home');
  const reached = new Set([...call.variants.flatMap((variant) => variant.ask), ...call.questions.flatMap(openedBy)]);
  return [
    ...(home
      ? []
      : [packProblem(file, 'variants', 'home-missing', '缺少回家患者的话术', 'the script for home is missing')]),
    ...call.variants.flatMap((variant, index) => checkVariant(variant, `variants[${index}]`, byId)),
    ...call.questions.flatMap((question, index) => checkAnswers(sections, question, `questions[${index}]`)),
    ...call.questions.flatMap((question, index) =>
      reached.has(question.id)
        ? []
        : [
            packProblem(
              file,
              `questions[${index}]`,
              'never-asked',
              `没有话术会问“${question.id}”`,
              `no script asks "${question.id}"`,
            ),
          ],
    ),
  ];
}

function openedBy(question: CallQuestion): string[] {
  if (question.kind === 'choice') return question.options.flatMap((option) => option.opens ?? []);
  return question.kind === 'number' ? question.thresholds.flatMap((threshold) => threshold.opens ?? []) : [];
}

function checkVariant(variant: CallVariant, path: string, byId: Map<string, CallQuestion>): PackProblem[] {
  const asked = variant.ask.flatMap((id) => byId.get(id) ?? []);
  const problems: PackProblem[] = [];
  asked.forEach((question, index) => {
    const before = asked[index - 1];
    if (before && order.indexOf(question.block) < order.indexOf(before.block)) {
      problems.push(
        packProblem(
          file,
          `${path}.ask[${index}]`,
          'block-order',
          `“${question.id}”的段落顺序不对`,
          `"${question.id}" comes in the wrong block order`,
        ),
      );
    }
  });
  if (new Set(variant.ask).size < variant.ask.length) {
    problems.push(packProblem(file, `${path}.ask`, 'asked-twice', '同一个问题问了两遍', 'a question is asked twice'));
  }
  const blocks = new Set(asked.map((question) => question.block));
  const needed = variant.disposition === 'home' ? order : (['emergency-channel'] as const);
  for (const block of needed) {
    if (!blocks.has(block))
      problems.push(
        packProblem(file, `${path}.ask`, 'block-missing', `缺少段落 ${block}`, `block ${block} is missing`),
      );
  }
  const core = asked.filter((question) => question.block === 'questions').length;
  if (variant.disposition === 'home' && (core < 2 || core > 3)) {
    problems.push(
      packProblem(
        file,
        `${path}.ask`,
        'core-questions',
        '核心问题要 2 到 3 个',
        'two or three core questions, no more',
      ),
    );
  }
  return problems;
}

function checkAnswers(sections: PackSections, question: CallQuestion, path: string): PackProblem[] {
  const levels = new Map(sections['warning-signs'].map((sign) => [sign.id, sign.level]));
  const judge = (at: string, row: { severity: string; raises?: string | undefined }): PackProblem[] => {
    if (row.severity === 'none') {
      return row.raises
        ? [packProblem(file, at, 'raise-needless', '平常的回答不用报警', 'an ordinary answer raises nothing')]
        : [];
    }
    if (!row.raises)
      return [packProblem(file, at, 'raise-missing', '没有写明对应的警示信号', 'the warning sign is not named')];
    const level = levels.get(row.raises);
    if (!level || level === row.severity) return [];
    return [
      packProblem(file, at, 'raise-level', `与“${row.raises}”的级别不一致`, `differs in level from "${row.raises}"`),
    ];
  };
  if (question.kind === 'choice') return question.options.flatMap((row, at) => judge(`${path}.options[${at}]`, row));
  if (question.kind !== 'number') return [];
  return question.thresholds.flatMap((row, at) => {
    const problems = judge(`${path}.thresholds[${at}]`, row);
    if (row.value >= question.min && row.value <= question.max) return problems;
    return [
      ...problems,
      packProblem(
        file,
        `${path}.thresholds[${at}].value`,
        'value-out-of-range',
        '界值不在可填范围内',
        'the figure lies outside what can be typed',
      ),
    ];
  });
}
