import type { Words } from '../../../../contract/common.ts';
import type { PackAttempt, PackDetail, PackProblem, PackVersion } from '../../../../contract/content.ts';
import type { AttemptRow } from './attempt.store.ts';
import type { PackSections } from './schema/index.ts';
import type { VersionRow } from './version.store.ts';

/** `today` is the civil date of the hospital. */
export function presentVersion(row: VersionRow, today: string): PackVersion {
  return {
    id: row.id,
    slug: row.slug,
    version: row.version,
    state: row.state as PackVersion['state'],
    title: row.title as Words,
    signOff: {
      status: row.sign_off_status as PackVersion['signOff']['status'],
      by: row.signed_by,
      role: row.signed_role,
      on: row.signed_on,
    },
    reviewDueOn: row.review_due_on,
    reviewOverdue: row.review_due_on <= today,
    importedAt: row.imported_at.toISOString(),
    sha256: row.sha256,
  };
}

export function presentDetail(row: VersionRow, today: string, sections: PackSections): PackDetail {
  const { pack, pathway } = sections;
  const { decidedBy, diagnoses, procedures, words, excludeWords } = pack.triggers;
  return {
    ...presentVersion(row, today),
    episodeClasses: pack.episodeClasses,
    triggers: { decidedBy, diagnoses, procedures, words, excludeWords },
    phases: pathway.phases.map(({ id, title, fromDay, toDay }) => ({ id, title, fromDay, toDay })),
    counts: {
      tasks: pathway.tasks.length,
      messages: pathway.messages.length,
      guide: sections.guide.length,
      exercises: sections.exercises.length,
      questions: sections.call.questions.length,
      rules: sections.measure.rules.length,
      signs: sections['warning-signs'].length,
      faq: sections.faq.length,
    },
    sources: pack.sources.map(({ id, citation, url }) => ({ id, citation, url: url ?? null })),
  };
}

export function presentAttempt(row: AttemptRow): PackAttempt {
  return {
    folder: row.folder,
    version: row.version,
    outcome: row.outcome as PackAttempt['outcome'],
    problems: row.problems as (typeof PackProblem)['_output'][],
    triedAt: row.tried_at.toISOString(),
  };
}
