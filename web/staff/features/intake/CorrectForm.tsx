import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import type { Reply } from '../../api/types.ts';
import { useSend } from '../../api/useApi.ts';
import { fieldOf, lineOf, withField } from './line-of.ts';

/** The text of a message, one segment a line, with the broken line marked; what is saved stands beside the original. */
export function CorrectForm({ message, onClose }: { message: Reply<'intake.openMessage'>; onClose(): void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(message.text);
  const [refused, setRefused] = useState<string | null>(null);
  const field = useRef<TextAreaRef>(null);
  const range = message.broken ? lineOf(message.text, message.broken.segment, message.broken.occurrence) : null;
  const start = range?.start;
  const end = range?.end;
  useEffect(() => {
    const area = field.current?.resizableTextArea?.textArea;
    area?.focus();
    if (area && start !== undefined && end !== undefined) area.setSelectionRange(start, end);
  }, [start, end]);
  const place = message.broken;
  const one = place?.field ? { ...place, field: place.field } : null;
  const change = (next: string) => {
    setText(next);
    setRefused(null);
  };
  const save = useSend('intake.correctMessage', {
    changes: ['intake.openMessage', 'intake.listMessages', 'intake.messageCounts'],
    onDone: onClose,
    onProblem: (problem) => {
      setRefused(problem instanceof ApiProblem ? problem.message : null);
      return true;
    },
  });
  return (
    <form
      className="i-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ params: { messageId: message.id }, body: { version: message.version, text } });
      }}
    >
      {one && range && (
        <div className="i-one">
          <span translate="no">{message.problem?.path}</span>
          <Input
            aria-label={message.problem?.path ?? ''}
            value={fieldOf(text, one)}
            maxLength={250}
            onChange={(event) => change(withField(text, one, event.target.value.replace(/[\r\n]/g, '')))}
          />
        </div>
      )}
      <Input.TextArea
        ref={field}
        value={text}
        wrap="off"
        spellCheck={false}
        autoSize={{ minRows: 8, maxRows: 24 }}
        className="i-editor"
        translate="no"
        aria-label={t('intake.message.edit')}
        onChange={(event) => change(event.target.value)}
      />
      {refused && (
        <p className="i-refused" role="alert">
          {refused}
        </p>
      )}
      <div className="i-buttons">
        <Button type="primary" htmlType="submit" loading={save.isPending} disabled={text === message.text}>
          {t('intake.message.saveReplay')}
        </Button>
        <Button onClick={onClose}>{t('intake.message.cancel')}</Button>
      </div>
    </form>
  );
}
