import { App, Button, Input, type InputRef, Modal, Segmented, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { civilDate, civilTime, instantOf } from '../../../kit/civil.ts';
import { useHospitalNow, useKit } from '../../../kit/context.tsx';
import { newId } from '../../api/id.ts';
import { useSend } from '../../api/useApi.ts';

const classes = ['inpatient', 'day-surgery', 'outpatient-procedure', 'maternity'] as const;
const dispositions = ['home', 'transferred', 'against-advice', 'dying-at-home', 'died', 'other'] as const;
type Kind = (typeof classes)[number];

/** An episode in under a minute: four fields, Enter saves. The id is made with the form, so a second press enters nothing twice. */
export function HandEntryForm({ wardId, onClose }: { wardId: string; onClose(): void }) {
  const { t } = useTranslation();
  const { timeZone } = useKit();
  const { message } = App.useApp();
  const now = useHospitalNow();
  const first = useRef<InputRef>(null);
  const blank = () => ({
    id: newId(),
    name: '',
    phone: '',
    operation: '',
    kind: 'inpatient' as Kind,
    disposition: 'home' as (typeof dispositions)[number],
    date: civilDate(now, timeZone),
    time: civilTime(now, timeZone),
  });
  const [form, setForm] = useState(blank);
  const [problem, setProblem] = useState('');
  const goOn = useRef(false);
  const put = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const save = useSend('encounters.enterByHand', {
    changes: ['encounters.listDischarged', 'encounters.listInHouse'],
    onDone: ({ outcome }) => {
      void message.success(t(`ward.hand.done.${outcome}`));
      if (!goOn.current) return onClose();
      setForm({ ...blank(), kind: form.kind });
      setProblem('');
      first.current?.focus();
    },
    onProblem: ({ title }) => {
      setProblem(title);
      return true;
    },
  });
  const send = (next: boolean) => {
    const { id, name, phone, operation, kind, disposition, date, time } = form;
    if (!name.trim() || !phone.trim() || !operation.trim() || !date || !time)
      return setProblem(t('ward.hand.incomplete'));
    goOn.current = next;
    save.mutate({
      params: { wardId, encounterId: id },
      body: {
        name: name.trim(),
        phone,
        operation: operation.trim(),
        class: kind,
        disposition,
        dischargedAt: new Date(instantOf(date, time, timeZone)).toISOString(),
      },
    });
  };
  return (
    <Modal
      open
      title={t('ward.hand.title')}
      onCancel={onClose}
      destroyOnHidden
      afterOpenChange={(open) => open && first.current?.focus()}
      footer={
        <>
          <Button onClick={() => send(true)} disabled={save.isPending}>
            {t('ward.hand.again')}
          </Button>
          <Button type="primary" loading={save.isPending} form="hand-entry" htmlType="submit">
            {t('ward.hand.save')}
          </Button>
        </>
      }
    >
      <form
        id="hand-entry"
        className="s-form"
        onSubmit={(event) => {
          event.preventDefault();
          send(false);
        }}
      >
        <p className="w-quiet">{t('ward.hand.hint')}</p>
        <div className="s-form-pair">
          <span>
            <label htmlFor="hand-name">{t('ward.hand.name')}</label>
            <Input
              id="hand-name"
              ref={first}
              autoComplete="off"
              maxLength={60}
              value={form.name}
              onChange={(event) => put({ name: event.target.value })}
            />
          </span>
          <span>
            <label htmlFor="hand-phone">{t('ward.hand.phone')}</label>
            <Input
              id="hand-phone"
              autoComplete="off"
              inputMode="tel"
              value={form.phone}
              onChange={(event) => put({ phone: event.target.value })}
            />
          </span>
        </div>
        <label htmlFor="hand-operation">{t('ward.hand.operation')}</label>
        <Input
          id="hand-operation"
          autoComplete="off"
          maxLength={200}
          value={form.operation}
          onChange={(event) => put({ operation: event.target.value })}
        />
        <div className="s-form-pair">
          <span>
            <label htmlFor="hand-date">{t('ward.hand.date')}</label>
            <Input
              id="hand-date"
              type="date"
              value={form.date}
              max={civilDate(now, timeZone)}
              onChange={(event) => put({ date: event.target.value })}
            />
          </span>
          <span>
            <label htmlFor="hand-time">{t('ward.hand.time')}</label>
            <Input
              id="hand-time"
              type="time"
              value={form.time}
              onChange={(event) => put({ time: event.target.value })}
            />
          </span>
        </div>
        <span id="hand-class">{t('ward.hand.class')}</span>
        <Segmented
          aria-labelledby="hand-class"
          block
          value={form.kind}
          onChange={(kind) => put({ kind })}
          options={classes.map((one) => ({ value: one, label: t(`patients.class.${one}`) }))}
        />
        <label htmlFor="hand-disposition">{t('ward.hand.disposition')}</label>
        <Select
          id="hand-disposition"
          value={form.disposition}
          onChange={(disposition) => put({ disposition })}
          options={dispositions.map((one) => ({ value: one, label: t(`patients.disposition.${one}`) }))}
        />
        <p className="s-form-problem" role="alert">
          {problem}
        </p>
      </form>
    </Modal>
  );
}
