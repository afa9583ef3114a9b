import type { AnswerValue } from '../../../../contract/calls.ts';
import type { Script, ScriptQuestion } from './script.ts';

export type Judged =
  | { readonly ok: true; readonly severity: 'none' | 'amber' | 'red'; readonly raises: string | null }
  /** `code` names what is wrong with the answer: never its text. */
  | {
      readonly ok: false;
      readonly code: 'kind' | 'option' | 'range' | 'decimals' | 'expects' | 'medicine' | 'channel';
    };

const NONE = { ok: true, severity: 'none', raises: null } as const;

/** Whether the answer fits its question, how worrying it is, and the warning sign it raises. */
export function judgeAnswer(question: ScriptQuestion, value: AnswerValue): Judged {
  if (question.kind !== value.kind) return { ok: false, code: 'kind' };
  switch (question.kind) {
    case 'choice': {
      const chosen =
        value.kind === 'choice' ? question.options.find((option) => option.id === value.option) : undefined;
      if (!chosen) return { ok: false, code: 'option' };
      return { ok: true, severity: chosen.severity, raises: chosen.raises };
    }
    case 'number':
      return value.kind === 'number' ? judgeNumber(question, value.number) : { ok: false, code: 'kind' };
    case 'teach-back': {
      const fits = value.kind === 'teach-back' && value.said.every((index) => index < question.expects.length);
      return fits ? NONE : { ok: false, code: 'expects' };
    }
    case 'medicines': {
      const keys = question.medicines.map((medicine) => medicine.key);
      const fits = value.kind === 'medicines' && Object.keys(value.states).every((key) => keys.includes(key));
      return fits ? NONE : { ok: false, code: 'medicine' };
    }
    case 'channels': {
      const keys = question.channels.map((channel) => channel.key);
      const fits = value.kind === 'channels' && value.told.every((key) => keys.includes(key));
      return fits ? NONE : { ok: false, code: 'channel' };
    }
    case 'text':
      return NONE;
  }
}

type Figure = Extract<ScriptQuestion, { kind: 'number' }>;

function judgeNumber(question: Figure, number: number): Judged {
  if (number < question.min || number > question.max) return { ok: false, code: 'range' };
  if (Math.round(number * 10 ** question.decimals) / 10 ** question.decimals !== number)
    return { ok: false, code: 'decimals' };
  const met = metThresholds(question, number);
  const worst = met.find((one) => one.severity === 'red') ?? met[0];
  return worst ? { ok: true, severity: worst.severity, raises: worst.raises } : NONE;
}

function metThresholds(question: Figure, number: number) {
  return question.thresholds.filter((threshold) => meets(number, threshold));
}

function meets(number: number, { op, value }: Figure['thresholds'][number]): boolean {
  switch (op) {
    case '>=':
      return number >= value;
    case '>':
      return number > value;
    case '<=':
      return number <= value;
    case '<':
      return number < value;
  }
}

/** Questions an answer brings up. */
export function opensOf(question: ScriptQuestion, value: AnswerValue): readonly string[] {
  if (question.kind === 'choice' && value.kind === 'choice')
    return question.options.find((option) => option.id === value.option)?.opens ?? [];
  if (question.kind === 'number' && value.kind === 'number')
    return metThresholds(question, value.number).flatMap((threshold) => threshold.opens);
  return [];
}

/** The questions that are asked, given the answers so far: those of the script, and those an answer has opened. */
export function askedQuestions(script: Script, answers: ReadonlyMap<string, AnswerValue>): readonly ScriptQuestion[] {
  const opened = new Set<string>();
  const shown: ScriptQuestion[] = [];
  for (const question of script.questions) {
    if (question.openedBy !== null && !opened.has(question.id)) continue;
    shown.push(question);
    const value = answers.get(question.id);
    if (value) for (const id of opensOf(question, value)) opened.add(id);
  }
  return shown;
}

/** What a finished call still lacks: required questions without an answer, numbers not told. */
export function openRequirements(script: Script, answers: ReadonlyMap<string, AnswerValue>): readonly string[] {
  return askedQuestions(script, answers).flatMap((question) => {
    if (!question.required) return [];
    const value = answers.get(question.id);
    if (question.kind === 'channels') return toldAll(question, value) ? [] : [question.id];
    return value ? [] : [question.id];
  });
}

/** Every number of the emergency channel has been told. */
export function toldAll(question: ScriptQuestion, value: AnswerValue | undefined): boolean {
  if (question.kind !== 'channels' || value?.kind !== 'channels') return false;
  return question.channels.every((channel) => value.told.includes(channel.key));
}
