import type { PackTriggers } from '../schema/index.ts';

/** A diagnosis or an operation as a feed or a nurse gave it. */
export interface Finding {
  readonly code: string | null;
  readonly text: string | null;
}

/** What is known of a finished episode of care. */
export interface Episode {
  readonly class: string;
  readonly diagnoses: readonly Finding[];
  readonly procedures: readonly Finding[];
  readonly department: string | null;
  readonly reason: string | null;
}

/** A pack one may choose. */
export interface Candidate {
  readonly slug: string;
  readonly version: string;
  readonly episodeClasses: readonly string[];
  readonly triggers: PackTriggers;
}

export interface Because {
  readonly kind:
    | 'procedure-code'
    | 'procedure-word'
    | 'diagnosis-code'
    | 'diagnosis-word'
    | 'reason-word'
    | 'department'
    | 'class';
  /** Code or word of the pack that matched; never the patient's own text. */
  readonly matched: string;
}

export interface Choice {
  readonly slug: string;
  readonly version: string;
  readonly because: readonly Because[];
}

/**
 * The pack that follows this episode, with every match that speaks for it; null where none fits. Highest priority wins, then
 * more matches, then the name, so that the same input always gives the same answer. Pure.
 */
export function choose(candidates: readonly Candidate[], episode: Episode): Choice | null {
  const fitting = candidates.flatMap((candidate) => {
    const because = match(candidate, episode);
    return because ? [{ candidate, because }] : [];
  });
  const [best] = fitting.sort(
    (a, b) =>
      b.candidate.triggers.priority - a.candidate.triggers.priority ||
      b.because.length - a.because.length ||
      (a.candidate.slug < b.candidate.slug ? -1 : 1),
  );
  return best ? { slug: best.candidate.slug, version: best.candidate.version, because: best.because } : null;
}

/** Everything that speaks for a pack, or null where it is not meant. */
function match({ episodeClasses, triggers }: Candidate, episode: Episode): Because[] | null {
  if (!episodeClasses.includes(episode.class)) return null;
  const said = [...episode.procedures, ...episode.diagnoses].map((finding) => finding.text ?? '');
  if (triggers.excludeWords.some((word) => contains([...said, episode.reason ?? ''], word))) return null;
  const procedure = sideOf('procedure', triggers.procedures, triggers.words, episode.procedures);
  const diagnosis = sideOf('diagnosis', triggers.diagnoses, triggers.words, episode.diagnoses);
  const reason = wordsIn(triggers.words, [episode.reason ?? '']).map((matched) => because('reason-word', matched));
  if (!decides(triggers.decidedBy, procedure, diagnosis)) return null;
  const department = wordsIn(triggers.departments, [episode.department ?? '']).map((one) => because('department', one));
  return [...procedure, ...diagnosis, ...reason, ...department, because('class', episode.class)];
}

function decides(by: PackTriggers['decidedBy'], procedure: Because[], diagnosis: Because[]): boolean {
  switch (by) {
    case 'procedure':
      return procedure.length > 0;
    case 'diagnosis':
      return diagnosis.length > 0;
    case 'either':
      return procedure.length > 0 || diagnosis.length > 0;
  }
}

function sideOf(
  side: 'procedure' | 'diagnosis',
  codes: readonly string[],
  words: readonly string[],
  findings: readonly Finding[],
): Because[] {
  const found = codes.filter((prefix) => findings.some((finding) => plain(finding.code).startsWith(plain(prefix))));
  const texts = findings.map((finding) => finding.text ?? '');
  return [
    ...found.map((code) => because(`${side}-code`, code)),
    ...wordsIn(words, texts).map((word) => because(`${side}-word`, word)),
  ];
}

const because = (kind: Because['kind'], matched: string): Because => ({ kind, matched });
const wordsIn = (words: readonly string[], texts: readonly string[]) => words.filter((word) => contains(texts, word));
const contains = (texts: readonly string[], word: string) =>
  texts.some((text) => text.toLowerCase().includes(word.toLowerCase()));

/** Feeds write 81.54, 81.5400 and 8154, M17.1 and m171: the place of the dot is fixed in both code systems. */
function plain(code: string | null): string {
  return (code ?? '').replaceAll('.', '').trim().toUpperCase();
}
