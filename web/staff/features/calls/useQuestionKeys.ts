import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyMap } from '../../../kit/keys.ts';
import { useKeys } from '../../../kit/useKeys.tsx';
import { isDone } from './asked.ts';
import { channelLines, toggleLine, toldOf } from './channel-lines.ts';
import type { Question, Value } from './types.ts';

interface Needs {
  readonly questions: readonly Question[];
  readonly values: ReadonlyMap<string, Value>;
  readonly start: string | null;
  readonly enabled: boolean;
  give(questionId: string, value: Value, atOnce: boolean): void;
  finish(): void;
}

/** The hand on the receiver, the other on the keys: arrows move, a number answers and goes on to the next question. */
export function useQuestionKeys({ questions, values, start, enabled, give, finish }: Needs) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const current = chosen !== null && questions.some(({ id }) => id === chosen) ? chosen : start;
  const at = questions.findIndex(({ id }) => id === current);

  const focus = (id: string, scroll = false) => {
    setChosen(id);
    if (scroll) document.getElementById(`q-${id}`)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  };
  const step = (by: number) => {
    const next = questions[Math.max(0, Math.min(questions.length - 1, at + by))];
    if (next) focus(next.id, true);
  };
  const press = (digit: number) => {
    const question = questions[at];
    if (!question) return;
    const value = pressedValue(question, values.get(question.id), digit);
    if (!value) return;
    give(question.id, value, true);
    if (question.kind === 'choice' || (question.kind === 'channels' && isDone(question, value)))
      setTimeout(() => step(1), 0);
  };
  const digits: KeyMap = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [
      String(index + 1),
      { label: t('calls.keys.answerN', { n: index + 1 }), run: () => press(index + 1) },
    ]),
  );
  useKeys(
    enabled
      ? {
          down: { label: t('calls.keys.next'), run: () => step(1) },
          up: { label: t('calls.keys.before'), run: () => step(-1) },
          f: { label: t('calls.keys.finish'), run: finish },
          ...digits,
        }
      : {},
  );
  return { current, focus };
}

function pressedValue(question: Question, before: Value | undefined, digit: number): Value | null {
  switch (question.kind) {
    case 'choice': {
      const option = question.options[digit - 1];
      return option ? { kind: 'choice', option: option.id } : null;
    }
    case 'number':
      return question.decimals === 0 && digit >= question.min && digit <= question.max && question.max <= 10
        ? { kind: 'number', number: digit }
        : null;
    case 'teach-back': {
      if (digit > question.expects.length) return null;
      const said = before?.kind === 'teach-back' ? before.said : [];
      const next = said.includes(digit - 1) ? said.filter((one) => one !== digit - 1) : [...said, digit - 1];
      return {
        kind: 'teach-back',
        said: next,
        result: next.length === question.expects.length ? 'confirmed' : 'again',
      };
    }
    case 'channels': {
      const line = channelLines(question.channels)[digit - 1];
      return line ? toggleLine(line, toldOf(before)) : null;
    }
    default:
      return null;
  }
}
