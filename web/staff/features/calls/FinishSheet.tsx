import { App, Button, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKit } from '../../../kit/context.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import { useSend } from '../../api/useApi.ts';
import { missingOf } from './asked.ts';
import type { Call, Value, Who } from './types.ts';

type Outcome = NonNullable<Call['outcome']>;
const WHO: readonly Who[] = ['patient', 'relative', 'alternate-1', 'alternate-2'];

interface Props {
  readonly call: Call;
  readonly values: ReadonlyMap<string, Value>;
  readonly seconds: number;
  flush(): Promise<void>;
  onGoTo(questionId: string): void;
  onDone(): void;
  onClose(): void;
}

/** The end of a call: how it went, with whom, and what is still open. The emergency numbers are told before it can end. */
export function FinishSheet({ call, values, seconds, flush, onGoTo, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const { language } = useKit();
  const { message } = App.useApp();
  const open = missingOf(call.questions, values);
  // The emergency numbers first: without them no call ends.
  const missing = [
    ...open.filter(({ kind }) => kind === 'channels'),
    ...open.filter(({ kind }) => kind !== 'channels'),
  ];
  const notTold = missing.some(({ kind }) => kind === 'channels');
  const gaveUp = call.state === 'unreachable';
  const [outcome, setOutcome] = useState<Outcome>(
    gaveUp ? 'unreachable' : missing.length === 0 ? 'completed' : 'partly',
  );
  const [who, setWho] = useState<Who>(call.attempts.find((one) => one.outcome === 'reached')?.who ?? 'patient');
  const [waiting, setWaiting] = useState(false);
  const finish = useSend('calls.finishCall', {
    changes: ['calls.callOf', 'calls.callsOfPatient', 'worklist.listItems', 'worklist.countItems'],
    onDone: () => {
      void message.success(t('calls.finish.saved'));
      onDone();
    },
  });
  const outcomes: Outcome[] = gaveUp ? ['unreachable', 'partly', 'completed'] : ['completed', 'partly', 'declined'];
  const spoke = outcome !== 'unreachable';
  const blocked =
    (outcome === 'completed' && missing.length > 0) || ((outcome === 'completed' || outcome === 'partly') && notTold);
  const send = async () => {
    setWaiting(true);
    await flush();
    setWaiting(false);
    finish.mutate({
      params: { callId: call.id },
      body: { version: call.version, outcome, spokeWith: spoke ? who : null, seconds },
    });
  };
  return (
    <Modal open title={t('calls.finish.title')} onCancel={onClose} footer={null} width={520}>
      <div className="c-finish" data-testid="finish-sheet">
        <Segmented<Outcome>
          block
          aria-label={t('calls.finish.outcome')}
          value={outcome}
          onChange={setOutcome}
          options={outcomes.map((one) => ({ value: one, label: t(`calls.result.${one}`) }))}
        />
        {spoke && (
          <div className="c-finish-who">
            <span>{t('calls.finish.spokeWith')}</span>
            <Segmented<Who>
              aria-label={t('calls.finish.spokeWith')}
              value={who}
              onChange={setWho}
              options={WHO.map((one) => ({ value: one, label: t(`calls.who.${one}`) }))}
            />
          </div>
        )}
        {outcome !== 'declined' && spoke && missing.length > 0 && (
          <div className="c-missing">
            <p>{t(notTold ? 'calls.finish.notTold' : 'calls.finish.missing', { count: missing.length })}</p>
            <ul>
              {missing.map((question) => (
                <li key={question.id}>
                  <button type="button" className="k-plain" onClick={() => onGoTo(question.id)}>
                    {question.say[language]}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {missing.length === 0 && spoke && <StatusTag tone="good">{t('calls.finish.allAnswered')}</StatusTag>}
        <div className="c-finish-foot">
          <small>{t('calls.finish.minutes', { count: Math.max(1, Math.ceil(seconds / 60)) })}</small>
          <Button
            type="primary"
            disabled={blocked}
            loading={waiting || finish.isPending}
            onClick={() => void send()}
            data-testid="finish-confirm"
          >
            {t('calls.finish.confirm')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
