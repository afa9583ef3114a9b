import { useTranslation } from 'react-i18next';
import { useKit } from '../../../kit/context.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import type { QuestionOf, Value } from './types.ts';

interface Props {
  readonly question: QuestionOf<'teach-back'>;
  readonly value: Value | undefined;
  readonly readOnly: boolean;
  onGive(value: Value, atOnce: boolean): void;
}

/** What the patient says back in own words: tick what was said, then whether it sits or is explained once more. */
export function TeachBackAnswer({ question, value, readOnly, onGive }: Props) {
  const { t } = useTranslation();
  const { language } = useKit();
  const given = value?.kind === 'teach-back' ? value : null;
  const said = given?.said ?? [];
  const all = question.expects.length;
  const tick = (index: number) => {
    const next = said.includes(index) ? said.filter((one) => one !== index) : [...said, index].sort((a, b) => a - b);
    const result = next.length === all ? 'confirmed' : (given?.result ?? 'again');
    onGive({ kind: 'teach-back', said: next, result }, true);
  };
  return (
    <div className="c-teach">
      <ul>
        {question.expects.map((expected, index) => (
          <li key={expected['zh-CN']}>
            <button
              type="button"
              aria-pressed={said.includes(index)}
              className="c-tick"
              disabled={readOnly}
              onClick={() => tick(index)}
            >
              <span className="c-box">{said.includes(index) && <Icon name="check" size={14} />}</span>
              <span className="c-key" aria-hidden="true">
                {index + 1}
              </span>
              {expected[language]}
            </button>
          </li>
        ))}
      </ul>
      <div className="c-options" role="radiogroup" aria-label={t('calls.teach.result')}>
        {(['confirmed', 'again'] as const).map((result) => (
          // biome-ignore lint/a11y/useSemanticElements: as the other answers.
          <button
            key={result}
            type="button"
            role="radio"
            aria-checked={given?.result === result}
            className="c-option"
            disabled={readOnly}
            onClick={() => onGive({ kind: 'teach-back', said, result }, true)}
          >
            {t(`calls.teach.${result}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
