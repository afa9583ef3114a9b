import { useTranslation } from 'react-i18next';
import { useKit } from '../../../kit/context.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import { AnswerInput } from './AnswerInput.tsx';
import { isDone, severityOf } from './asked.ts';
import './questions.css';
import type { Question, Standing, Value } from './types.ts';

interface Props {
  readonly question: Question;
  readonly value: Value | undefined;
  readonly raised: Standing | undefined;
  readonly holder: string | null;
  /** Words spoken in place of the question's own; null where the question above has said them. */
  readonly spoken?: Pick<Question, 'say' | 'staffNote'> | null;
  readonly current: boolean;
  readonly readOnly: boolean;
  onGive(value: Value, atOnce: boolean): void;
  onFocus(): void;
}

/** One question as it is spoken, with its answer and, where the answer worries, what was raised and who has it. */
export function QuestionCard(props: Props) {
  const { question, value, raised, holder, current, readOnly, onGive, onFocus } = props;
  const spoken = props.spoken === undefined ? question : props.spoken;
  const { t } = useTranslation();
  const { language } = useKit();
  const severity = severityOf(question, value);
  const mark = severity !== 'none' ? ` c-q-${severity}` : '';
  return (
    <li
      id={`q-${question.id}`}
      className={`c-q${mark}${spoken ? '' : ' c-q-goes-on'}`}
      aria-current={current || undefined}
      data-testid={`question-${question.id}`}
      onFocusCapture={onFocus}
      onPointerDown={onFocus}
    >
      {spoken && (
        <p className="c-say">
          {spoken.say[language]}
          {question.required && !isDone(question, value) && <span className="c-must">{t('calls.question.must')}</span>}
        </p>
      )}
      {spoken?.staffNote && (
        <p className="c-note">
          <Icon name="info" size={14} /> {spoken.staffNote[language]}
        </p>
      )}
      <AnswerInput question={question} value={value} readOnly={readOnly} onGive={onGive} />
      {severity !== 'none' && (
        <div className={`c-raised c-raised-${severity}`} role="alert" data-testid="raised">
          <StatusTag tone={severity === 'red' ? 'danger' : 'attention'} icon="alert">
            {t(`calls.raised.${severity}`)}
          </StatusTag>
          {raised ? (
            <>
              {raised.reason && <span>{raised.reason[language]}</span>}
              {raised.patientWords && (
                <strong>{t('calls.raised.tell', { words: raised.patientWords[language] })}</strong>
              )}
              <span className="c-holder">
                {raised.over
                  ? t('calls.raised.over')
                  : holder
                    ? t('calls.raised.holder', { name: holder })
                    : t('calls.raised.chain')}
                <a href={`/alerts?alert=${raised.alertId}`}>{t('calls.raised.open')}</a>
              </span>
            </>
          ) : (
            <span>{t('calls.raised.waiting')}</span>
          )}
        </div>
      )}
    </li>
  );
}
