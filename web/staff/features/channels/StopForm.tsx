import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/useApi.ts';

/** Asks why everything outgoing is stopped; the reason stands beside the switch until it is opened. */
export function StopForm({ version, onClose }: { version: number; onClose(): void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const stop = useSend('channels.stopOutgoing', {
    changes: ['channels.readGate'],
    onDone: onClose,
    onProblem: ({ title }) => {
      setProblem(title);
      return true;
    },
  });
  const send = () => {
    if (reason.trim().length < 2) setProblem(t('channels.gate.reasonMissing'));
    else stop.mutate({ body: { reason: reason.trim(), version } });
  };
  return (
    <Modal
      open
      title={t('channels.gate.stopAsk')}
      okText={t('channels.gate.stop')}
      onOk={send}
      onCancel={onClose}
      confirmLoading={stop.isPending}
      destroyOnHidden
    >
      <div className="s-form">
        <p>{t('channels.gate.stopMeans')}</p>
        <label htmlFor="gate-reason">{t('channels.gate.reason')}</label>
        <Input
          id="gate-reason"
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.target.value)}
          onPressEnter={send}
        />
        <p className="s-form-problem" role="alert">
          {problem}
        </p>
      </div>
    </Modal>
  );
}
