import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow } from '../../../kit/context.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { newId } from '../../api/id.ts';
import { useSend } from '../../api/useApi.ts';
import { DialRefused } from './DialRefused.tsx';
import type { Call, Dialling, TryOutcome, Who } from './types.ts';

const OUTCOMES: readonly TryOutcome[] = [
  'reached',
  'no-answer',
  'busy',
  'voicemail',
  'wrong-number',
  'rescheduled',
  'declined',
];

interface Props {
  readonly call: Call;
  readonly dialling: Dialling | null;
  readonly problem: string | null;
  onDial(): void;
}

/** Dial, and write down what came of it: one tap each. Numbers appear once the house has looked whether this person may be rung. */
export function DialBar({ call, dialling, problem, onDial }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useHospitalNow();
  const attempt = useSend('calls.addAttempt', { changes: ['calls.callOf', 'worklist.listItems'] });
  const record = (who: Who, outcome: TryOutcome) =>
    attempt.mutate({ params: { callId: call.id }, body: { id: newId(), who, outcome } });
  const tries = call.attempts.length;
  return (
    <section className="c-dial" aria-label={t('calls.dial.title')} data-testid="dial-bar">
      {problem && <DialRefused title={problem} />}
      {dialling?.because && <DialRefused title={t(`calls.refused.${dialling.because}`)} />}
      {!dialling && !problem && (
        <Button type="primary" icon={<Icon name="phone" size={16} />} onClick={onDial} data-testid="dial">
          {t('calls.dial.start')}
        </Button>
      )}
      {dialling?.may && (
        <ul className="c-phones">
          {dialling.phones.length === 0 && <li>{t('calls.dial.noNumber')}</li>}
          {dialling.phones.map(({ who, name, relationship, phone }) => (
            <li key={`${who}${phone}`}>
              <span className="c-who">
                {t(`calls.who.${who}`)}
                <small translate="no">
                  {[relationship, who === 'patient' ? null : name].filter(Boolean).join(' ')}
                </small>
              </span>
              <a className="c-tel" href={`tel:${phone}`}>
                <Icon name="phone" size={14} /> {phone.replace(/^\+86/, '')}
              </a>
              <Dropdown
                trigger={['click']}
                menu={{
                  items: OUTCOMES.map((outcome) => ({ key: outcome, label: t(`calls.outcome.${outcome}`) })),
                  onClick: ({ key }) => record(who, key as TryOutcome),
                }}
              >
                <Button loading={attempt.isPending} data-testid={`attempt-${who}`}>
                  {t('calls.dial.result')} <Icon name="down" size={12} />
                </Button>
              </Dropdown>
            </li>
          ))}
        </ul>
      )}
      {dialling?.preferred.from && (
        <small>{t('calls.dial.preferred', { from: dialling.preferred.from, to: dialling.preferred.to })}</small>
      )}
      {tries > 0 && (
        <ol className="c-tries" aria-label={t('calls.tries.title')}>
          {call.attempts.map((one) => (
            <li key={one.id}>
              {t('calls.tries.line', {
                n: one.number,
                time: formats.dateTime(one.triedAt, now),
                who: t(`calls.who.${one.who}`),
                outcome: t(`calls.outcome.${one.outcome}`),
              })}
            </li>
          ))}
          {call.nextTryAt && (
            <li className="c-next">{t('calls.tries.next', { time: formats.dateTime(call.nextTryAt, now) })}</li>
          )}
        </ol>
      )}
    </section>
  );
}
