import { Input, InputNumber } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKit } from '../../../kit/context.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { ChannelsAnswer } from './ChannelsAnswer.tsx';
import { MedicinesAnswer } from './MedicinesAnswer.tsx';
import { TeachBackAnswer } from './TeachBackAnswer.tsx';
import type { Question, QuestionOf, Value } from './types.ts';

interface Props<K extends Question['kind']> {
  readonly question: QuestionOf<K>;
  readonly value: Value | undefined;
  readonly readOnly: boolean;
  onGive(value: Value, atOnce: boolean): void;
}

/** The way to answer, by kind of question. Choices are sent at once, typing when it rests. */
export function AnswerInput({ question, ...rest }: Props<Question['kind']>) {
  switch (question.kind) {
    case 'choice':
      return <ChoiceAnswer question={question} {...rest} />;
    case 'number':
      return <NumberAnswer question={question} {...rest} />;
    case 'text':
      return <TextAnswer question={question} {...rest} />;
    case 'teach-back':
      return <TeachBackAnswer question={question} {...rest} />;
    case 'medicines':
      return <MedicinesAnswer question={question} {...rest} />;
    case 'channels':
      return <ChannelsAnswer question={question} {...rest} />;
  }
}

function ChoiceAnswer({ question, value, readOnly, onGive }: Props<'choice'>) {
  const { language } = useKit();
  const chosen = value?.kind === 'choice' ? value.option : null;
  return (
    <div className="c-options" role="radiogroup" aria-label={question.say[language]}>
      {question.options.map((option, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a button answers to number keys and to a thumb; a bare radio is too small for both.
        <button
          key={option.id}
          type="button"
          role="radio"
          aria-checked={chosen === option.id}
          className={`c-option c-option-${option.severity}`}
          disabled={readOnly}
          onClick={() => onGive({ kind: 'choice', option: option.id }, true)}
        >
          <span className="c-key" aria-hidden="true">
            {index + 1}
          </span>
          {option.severity !== 'none' && <Icon name="alert" size={14} />}
          {option.label[language]}
        </button>
      ))}
    </div>
  );
}

function NumberAnswer({ question, value, readOnly, onGive }: Props<'number'>) {
  const { t } = useTranslation();
  const { language } = useKit();
  const scale = question.decimals === 0 && question.max - question.min <= 10;
  const given = value?.kind === 'number' ? value.number : null;
  if (scale) {
    const steps = Array.from({ length: question.max - question.min + 1 }, (_, at) => question.min + at);
    return (
      <div className="c-scale" role="radiogroup" aria-label={question.say[language]}>
        {steps.map((step) => (
          // biome-ignore lint/a11y/useSemanticElements: see the choices above.
          <button
            key={step}
            type="button"
            role="radio"
            aria-checked={given === step}
            disabled={readOnly}
            onClick={() => onGive({ kind: 'number', number: step }, true)}
          >
            {step}
          </button>
        ))}
        <span>{question.unit[language]}</span>
      </div>
    );
  }
  return (
    <InputNumber
      key={given ?? 'none'}
      className="c-number"
      aria-label={question.say[language]}
      {...(given === null ? {} : { defaultValue: given })}
      min={question.min}
      max={question.max}
      precision={question.decimals}
      step={10 ** -question.decimals}
      disabled={readOnly}
      suffix={question.unit[language]}
      placeholder={t('calls.answer.between', { min: question.min, max: question.max })}
      onBlur={(event) => take(event.target.value)}
      onPressEnter={(event) => take(event.currentTarget.value)}
    />
  );

  function take(text: string) {
    const number = Number.parseFloat(text);
    if (Number.isFinite(number) && number >= question.min && number <= question.max && number !== given)
      onGive({ kind: 'number', number }, true);
  }
}

function TextAnswer({ question, value, readOnly, onGive }: Props<'text'>) {
  const { t } = useTranslation();
  const { language } = useKit();
  const given = value?.kind === 'text' ? value.text : '';
  const [text, setText] = useState(given);
  // A colleague's newer words replace what stands here, unless this person is typing.
  useEffect(() => setText(given), [given]);
  return (
    <Input.TextArea
      value={text}
      aria-label={question.say[language]}
      autoSize={{ minRows: 1, maxRows: 6 }}
      maxLength={2000}
      readOnly={readOnly}
      placeholder={t('calls.answer.note')}
      onChange={(event) => {
        setText(event.target.value);
        onGive({ kind: 'text', text: event.target.value }, false);
      }}
    />
  );
}
