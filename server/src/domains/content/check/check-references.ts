import { type PackProblem, packProblem } from '../problem.ts';
import type { PackSections } from '../schema/index.ts';
import { guideFile } from '../section-files.ts';

type Reference = { file: string; path: string; id: string };

/** Every name of another row finds that row. */
export function checkReferences(sections: PackSections): PackProblem[] {
  const { pathway, call, measure } = sections;
  const ids = (rows: readonly { id: string }[]) => new Set(rows.map((row) => row.id));
  return [
    ...unknown('phase-unknown', ids(pathway.phases), phaseReferences(sections)),
    ...unknown('sign-unknown', ids(sections['warning-signs']), signReferences(sections)),
    ...unknown('code-unknown', new Set(measure.programme.map((entry) => entry.code)), codeReferences(sections)),
    ...unknown('question-unknown', ids(call.questions), questionReferences(sections)),
  ];
}

function unknown(code: string, known: Set<string>, references: Reference[]): PackProblem[] {
  return references
    .filter((reference) => !known.has(reference.id))
    .map(({ file, path, id }) => packProblem(file, path, code, `找不到“${id}”`, `"${id}" does not exist`));
}

function phaseReferences(sections: PackSections): Reference[] {
  const of = (file: string, at: string, phaseIds: string[]) =>
    phaseIds.map((id, index) => ({ file, path: `${at}phaseIds[${index}]`, id }));
  return [
    ...sections.exercises.flatMap((exercise, index) => of('exercises.yaml', `[${index}].`, exercise.phaseIds)),
    ...sections.guide.flatMap((page) => of(guideFile(page.id), '', page.phaseIds)),
  ];
}

function signReferences({ pathway, call, measure }: PackSections): Reference[] {
  const file = 'call.yaml';
  return [
    ...pathway.medicines.flatMap((medicine, index) =>
      medicine.warningSigns.map((id, at) => ({
        file: 'pathway.yaml',
        path: `medicines[${index}].warningSigns[${at}]`,
        id,
      })),
    ),
    ...measure.rules.map((rule, index) => ({
      file: 'measure.yaml',
      path: `rules[${index}].warningSign`,
      id: rule.warningSign,
    })),
    ...call.questions.flatMap((question, index) => {
      const rows =
        question.kind === 'choice' ? question.options : question.kind === 'number' ? question.thresholds : [];
      return rows.flatMap((row, at) =>
        row.raises ? [{ file, path: `questions[${index}][${at}].raises`, id: row.raises }] : [],
      );
    }),
  ];
}

function codeReferences({ call, measure }: PackSections): Reference[] {
  return [
    ...measure.rules.map((rule, index) => ({ file: 'measure.yaml', path: `rules[${index}].code`, id: rule.code })),
    ...call.questions.flatMap((question, index) =>
      question.kind === 'number' && question.records
        ? [{ file: 'call.yaml', path: `questions[${index}].records`, id: question.records }]
        : [],
    ),
  ];
}

function questionReferences({ call }: PackSections): Reference[] {
  const file = 'call.yaml';
  return [
    ...call.variants.flatMap((variant, index) =>
      variant.ask.map((id, at) => ({ file, path: `variants[${index}].ask[${at}]`, id })),
    ),
    ...call.questions.flatMap((question, index) => {
      const rows =
        question.kind === 'choice' ? question.options : question.kind === 'number' ? question.thresholds : [];
      return rows.flatMap((row, at) =>
        (row.opens ?? []).map((id) => ({ file, path: `questions[${index}][${at}].opens`, id })),
      );
    }),
  ];
}
