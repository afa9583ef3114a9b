import { Button, Input, Segmented, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertAction, DismissReason } from '../../../../contract/monitoring.ts';
import type { RouteName } from '../../api/types.ts';
import { useSend } from '../../api/useApi.ts';
import type { AlertDetail } from './types.ts';

const ACTIONS: readonly AlertAction[] = [
  'called-patient',
  'called-family',
  'advised-at-home',
  'remeasure-asked',
  'medicine-advised',
  'doctor-informed',
  'visit-arranged',
  'sent-to-emergency',
  'readmitted',
  'not-reached',
];
const REASONS: readonly DismissReason[] = [
  'measuring-error',
  'typing-error',
  'known-and-expected',
  'duplicate',
  'in-hospital',
];

interface Props {
  readonly alert: AlertDetail;
  readonly changes: readonly RouteName[];
  onClose(): void;
}

/** What was done, and whether the alert was worth raising; or why it is put aside. */
export function CloseForm({ alert, changes, onClose }: Props) {
  const { t } = useTranslation();
  const [how, setHow] = useState<'resolve' | 'dismiss'>('resolve');
  const [actions, setActions] = useState<readonly AlertAction[]>([]);
  const [useful, setUseful] = useState<'yes' | 'no' | null>(null);
  const [reason, setReason] = useState<DismissReason | null>(null);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  const form = useRef<HTMLFormElement>(null);
  // Opened by a key or a button that has gone: whoever types goes on here.
  useEffect(() => form.current?.querySelector<HTMLElement>('fieldset button')?.focus(), []);
  const telling = {
    changes,
    onDone: onClose,
    onProblem: ({ title }: { title: string }) => {
      setProblem(title);
      return true;
    },
  };
  const resolve = useSend('monitoring.resolveAlert', telling);
  const dismiss = useSend('monitoring.dismissAlert', telling);
  const toggle = (action: AlertAction) =>
    setActions((have) => (have.includes(action) ? have.filter((one) => one !== action) : [...have, action]));
  const send = () => {
    const params = { alertId: alert.id };
    const base = { version: alert.version, ...(note.trim() ? { note: note.trim() } : {}) };
    if (how === 'dismiss') {
      if (!reason) setProblem(t('monitoring.closing.reasonMissing'));
      else dismiss.mutate({ params, body: { ...base, reason } });
      return;
    }
    if (actions.length === 0 || !useful) setProblem(t('monitoring.closing.incomplete'));
    else resolve.mutate({ params, body: { ...base, actions: [...actions], useful: useful === 'yes' } });
  };
  return (
    <form
      ref={form}
      className="m-close"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Segmented
        aria-label={t('monitoring.closing.how')}
        value={how}
        onChange={setHow}
        options={[
          { value: 'resolve', label: t('monitoring.closing.resolve') },
          { value: 'dismiss', label: t('monitoring.closing.dismiss') },
        ]}
      />
      {how === 'resolve' ? (
        <>
          <fieldset className="m-chips">
            <legend>{t('monitoring.closing.done')}</legend>
            {ACTIONS.map((action) => (
              <button key={action} type="button" aria-pressed={actions.includes(action)} onClick={() => toggle(action)}>
                {t(`monitoring.action.${action}`)}
              </button>
            ))}
          </fieldset>
          <fieldset className="m-chips">
            <legend>{t('monitoring.closing.useful')}</legend>
            {(['yes', 'no'] as const).map((answer) => (
              <button key={answer} type="button" aria-pressed={useful === answer} onClick={() => setUseful(answer)}>
                {t(`monitoring.closing.${answer}`)}
              </button>
            ))}
          </fieldset>
        </>
      ) : (
        <div>
          <label htmlFor="m-reason">{t('monitoring.closing.reason')}</label>
          <Select
            id="m-reason"
            value={reason}
            onChange={setReason}
            placeholder={t('monitoring.closing.pick')}
            options={REASONS.map((value) => ({ value, label: t(`monitoring.close.${value}`) }))}
          />
        </div>
      )}
      <div>
        <label htmlFor="m-note">{t('monitoring.closing.note')}</label>
        <Input.TextArea
          id="m-note"
          value={note}
          maxLength={1000}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <p className="s-form-problem" role="alert">
        {problem}
      </p>
      <div className="m-pane-foot">
        <Button type="primary" htmlType="submit" loading={resolve.isPending || dismiss.isPending}>
          {t(how === 'resolve' ? 'monitoring.closing.save' : 'monitoring.closing.saveDismiss')}
        </Button>
        <Button onClick={onClose}>{t('monitoring.closing.cancel')}</Button>
      </div>
    </form>
  );
}
