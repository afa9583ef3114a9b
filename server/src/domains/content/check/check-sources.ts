import { type PackProblem, packProblem } from '../problem.ts';
import type { PackSections } from '../schema/index.ts';
import { guideFile } from '../section-files.ts';

/** Every figure stands on a source of this pack, and every source carries something. */
export function checkSources(sections: PackSections): PackProblem[] {
  const { pack } = sections;
  const known = new Set(pack.sources.map((source) => source.id));
  const cited = citations(sections);
  const used = new Set(cited.map((citation) => citation.id));
  return [
    ...cited
      .filter((citation) => !known.has(citation.id))
      .map(({ file, path, id }) =>
        packProblem(file, path, 'source-unknown', `出处“${id}”没有登记`, `source "${id}" is not listed`),
      ),
    ...pack.sources.flatMap((source, index) =>
      used.has(source.id)
        ? []
        : [
            packProblem(
              'pack.yaml',
              `sources[${index}]`,
              'source-unused',
              `没有内容引用“${source.id}”`,
              `nothing cites "${source.id}"`,
            ),
          ],
    ),
  ];
}

function citations(sections: PackSections): { file: string; path: string; id: string }[] {
  const of = (file: string, at: string, ids: readonly string[]) =>
    ids.map((id, index) => ({ file, path: `${at}sources[${index}]`, id }));
  const rows = (file: string, list: string, all: readonly { sources: string[] }[]) =>
    all.flatMap((row, index) => of(file, `${list}[${index}].`, row.sources));
  return [
    ...rows('pathway.yaml', 'medicines', sections.pathway.medicines),
    ...rows('exercises.yaml', '', sections.exercises),
    ...rows('measure.yaml', 'rules', sections.measure.rules),
    ...rows('warning-signs.yaml', '', sections['warning-signs']),
    ...rows('faq.yaml', '', sections.faq),
    ...sections.guide.flatMap((page) => of(guideFile(page.id), '', page.sources)),
    ...sections.call.questions.flatMap((question, index) =>
      question.kind === 'number' ? rows('call.yaml', `questions[${index}].thresholds`, question.thresholds) : [],
    ),
    ...mediaSources(sections),
  ];
}

function mediaSources({ pathway, exercises }: PackSections): { file: string; path: string; id: string }[] {
  return [
    ...pathway.phases.flatMap(({ pictogram }, index) =>
      pictogram ? [{ file: 'pathway.yaml', path: `phases[${index}].pictogram.source`, id: pictogram.source }] : [],
    ),
    ...exercises.flatMap(({ figure }, index) =>
      figure ? [{ file: 'exercises.yaml', path: `[${index}].figure.source`, id: figure.source }] : [],
    ),
  ];
}
