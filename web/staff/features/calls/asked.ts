import type { Question, Value } from './types.ts';

type Severity = 'none' | 'amber' | 'red';

/** How worrying an answer is, by the marks the script carries; the server judges again. */
export function severityOf(question: Question, value: Value | undefined): Severity {
  if (question.kind === 'choice' && value?.kind === 'choice')
    return question.options.find((option) => option.id === value.option)?.severity ?? 'none';
  if (question.kind === 'number' && value?.kind === 'number') {
    const met = question.thresholds.filter((threshold) => meets(value.number, threshold));
    return met.some((one) => one.severity === 'red') ? 'red' : met.length > 0 ? 'amber' : 'none';
  }
  return 'none';
}

/** The questions that are asked given the answers so far: an opened one appears behind its opener and goes with it. */
export function askedOf(questions: readonly Question[], values: ReadonlyMap<string, Value>): Question[] {
  const opened = new Set<string>();
  return questions.filter((question) => {
    if (question.openedBy !== null && !opened.has(question.id)) return false;
    const value = values.get(question.id);
    for (const id of value ? opensOf(question, value) : []) opened.add(id);
    return true;
  });
}

/** Whether the answer is all the question wants: every emergency number told, something said or typed. */
export function isDone(question: Question, value: Value | undefined): boolean {
  if (!value) return false;
  if (question.kind === 'channels')
    return value.kind === 'channels' && question.channels.every(({ key }) => value.told.includes(key));
  return value.kind !== 'text' || value.text.trim() !== '';
}

/** Required questions that still lack an answer. */
export function missingOf(questions: readonly Question[], values: ReadonlyMap<string, Value>): Question[] {
  return askedOf(questions, values).filter((one) => one.required && !isDone(one, values.get(one.id)));
}

/**
 * Whether a question goes on where the one before stopped. The numbers for an emergency and the pack's own question whether they were
 * noted are one thing to the person on the phone: the pack's words, the numbers under them, the answer below.
 */
export function continues(question: Question | undefined, before: Question | undefined): boolean {
  return before?.kind === 'channels' && question?.kind === 'choice' && question.block === before.block;
}

function opensOf(question: Question, value: Value): readonly string[] {
  if (question.kind === 'choice' && value.kind === 'choice')
    return question.options.find((option) => option.id === value.option)?.opens ?? [];
  if (question.kind === 'number' && value.kind === 'number')
    return question.thresholds.filter((one) => meets(value.number, one)).flatMap(({ opens }) => opens);
  return [];
}

function meets(number: number, { op, value }: Extract<Question, { kind: 'number' }>['thresholds'][number]): boolean {
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
