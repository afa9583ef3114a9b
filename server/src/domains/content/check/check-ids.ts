import { type PackProblem, packProblem } from '../problem.ts';
import type { PackSections } from '../schema/index.ts';

/** An id means one thing within its list. */
export function checkIds(sections: PackSections): PackProblem[] {
  const { pack, pathway, call, measure } = sections;
  return [
    ...twice('pack.yaml', 'sources', pack.sources),
    ...twice('pathway.yaml', 'phases', pathway.phases),
    ...twice('pathway.yaml', 'tasks', pathway.tasks),
    ...twice('pathway.yaml', 'messages', pathway.messages),
    ...twice('pathway.yaml', 'medicines', pathway.medicines),
    ...twice('exercises.yaml', '', sections.exercises),
    ...twice('call.yaml', 'questions', call.questions),
    ...twice(
      'call.yaml',
      'variants',
      call.variants.map((variant) => ({ id: variant.disposition })),
    ),
    ...call.questions.flatMap((question, index) =>
      question.kind === 'choice' ? twice('call.yaml', `questions[${index}].options`, question.options) : [],
    ),
    ...twice(
      'measure.yaml',
      'programme',
      measure.programme.map((entry) => ({ id: entry.code })),
    ),
    ...twice('measure.yaml', 'rules', measure.rules),
    ...twice('warning-signs.yaml', '', sections['warning-signs']),
    ...twice('surveys.yaml', '', sections.surveys),
    ...twice('faq.yaml', '', sections.faq),
    ...twice('community.yaml', 'topics', sections.community.topics),
    ...twiceAsked(sections),
  ];
}

function twice(file: string, list: string, rows: readonly { id: string }[]): PackProblem[] {
  const seen = new Set<string>();
  return rows.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [packProblem(file, `${list}[${index}]`, 'id-twice', `编号“${id}”用了两次`, `id "${id}" is used twice`)];
  });
}

/** The same wording under two answers would make the choice between them chance. */
function twiceAsked({ faq }: PackSections): PackProblem[] {
  const seen = new Set<string>();
  return faq.flatMap((entry, index) =>
    [entry.question['zh-CN'], ...entry.variants].flatMap((asked) => {
      if (!seen.has(asked)) {
        seen.add(asked);
        return [];
      }
      return [
        packProblem(
          'faq.yaml',
          `[${index}].variants`,
          'variant-twice',
          `“${asked}”出现了两次`,
          `"${asked}" stands twice`,
        ),
      ];
    }),
  );
}
