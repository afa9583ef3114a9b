import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow } from '../../../kit/context.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import type { IconName } from '../../../kit/Icon.tsx';
import { Section } from '../../../kit/Section.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { StatusTag, type Tone } from '../../../kit/StatusTag.tsx';
import type { Reply } from '../../api/types.ts';
import { useApi, useSend } from '../../api/useApi.ts';
import { useMe } from '../../shell/session.ts';
import './channels.css';
import { StopForm } from './StopForm.tsx';
import { WaitingTable } from './WaitingTable.tsx';

type Gate = Reply<'channels.readGate'>;
const states: Record<Gate['state'], { tone: Tone; icon: IconName }> = {
  open: { tone: 'good', icon: 'done' },
  stopped: { tone: 'attention', icon: 'pause' },
  surge: { tone: 'attention', icon: 'clock' },
};

/** The switch for everything outgoing: its state, what waits behind it, and the way to stop, allow or release. */
export function GateSection() {
  const { t } = useTranslation();
  const { hospital } = useMe();
  const { data: gate, error, refetch } = useApi('channels.readGate', {}, [`gate:${hospital.id}`]);
  return (
    <Section
      title={t('channels.gate.title')}
      foot={t('channels.gate.rule')}
      extra={
        gate && (
          <StatusTag tone={states[gate.state].tone} icon={states[gate.state].icon}>
            {t(`channels.gate.state.${gate.state}`)}
          </StatusTag>
        )
      }
    >
      {error ? (
        <ErrorState title={error.message} onRetry={() => void refetch()} />
      ) : !gate ? (
        <ListSkeleton />
      ) : (
        <Known gate={gate} again={() => void refetch()} />
      )}
    </Section>
  );
}

function Known({ gate, again }: { gate: Gate; again(): void }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const formats = useFormats();
  const now = useHospitalNow();
  const [stopping, setStopping] = useState(false);
  // Somebody else was faster: show what stands now beside the refusal.
  const showAnew = () => {
    again();
    return false;
  };
  const sending = { changes: ['channels.readGate' as const], onProblem: showAnew };
  const allow = useSend('channels.allowOutgoing', sending);
  const release = useSend('channels.releaseSurge', sending);
  const held = gate.waiting.reduce((sum, one) => sum + one.held, 0);
  const open = gate.state === 'stopped' ? allow : release;
  const key = gate.state === 'stopped' ? 'allow' : 'release';
  const ask = () =>
    modal.confirm({
      title: t(`channels.gate.${key}Ask`),
      content: t('channels.gate.goesOut', { count: held }),
      okText: t(`channels.gate.${key}`),
      onOk: () => open.mutateAsync({ body: { version: gate.version } }).catch(() => undefined),
    });
  return (
    <div className="ch-gate">
      <p>
        {t(
          `channels.gate.says.${gate.state}`,
          gate.surge ? { ...gate.surge, usual: formats.number(gate.surge.usual, 1) } : {},
        )}
      </p>
      {gate.reason && <p className="ch-reason">{t('channels.gate.because', { reason: gate.reason })}</p>}
      {gate.changedAt && (
        <p className="k-small">
          {t('channels.gate.changed', {
            who: gate.changedBy ?? t('channels.gate.house'),
            at: formats.dateTime(gate.changedAt, now),
          })}
        </p>
      )}
      <WaitingTable waiting={gate.waiting} />
      <div className="k-actions">
        {gate.state !== 'open' && (
          <Button type="primary" onClick={ask}>
            {t(`channels.gate.${key}`)}
          </Button>
        )}
        {gate.state !== 'stopped' && <Button onClick={() => setStopping(true)}>{t('channels.gate.stop')}</Button>}
      </div>
      {stopping && <StopForm version={gate.version} onClose={() => setStopping(false)} />}
    </div>
  );
}
