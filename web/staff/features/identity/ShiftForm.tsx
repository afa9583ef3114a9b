import { Input, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKit } from '../../../kit/context.tsx';
import { newId } from '../../api/id.ts';
import { useSend } from '../../api/useApi.ts';
import { type Shift, type ShiftKind, type StaffMember, shiftTimes } from './roster-week.ts';

interface Props {
  readonly wardId: string;
  readonly staff: readonly StaffMember[];
  readonly start: { readonly staffId: string; readonly date: string };
  onClose(): void;
}
// Three shifts of eight hours as a start; every ward sets its own hours in the two fields.
const presets: Record<ShiftKind, [from: string, to: string]> = {
  day: ['08:00', '16:00'],
  evening: ['16:00', '00:00'],
  night: ['00:00', '08:00'],
};
const kinds = ['day', 'evening', 'night'] as const;
const duties = ['nurse', 'head-nurse', 'doctor'] as const;

function dutyOf(person: StaffMember | undefined): Shift['duty'] {
  return duties.findLast((duty) => person?.roles.includes(duty)) ?? 'nurse';
}

/** Puts one person on the roster for one day. The id is made when the form opens, so a second press changes nothing. */
export function ShiftForm({ wardId, staff, start, onClose }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useKit();
  const [shiftId] = useState(newId);
  const [staffId, setStaffId] = useState(start.staffId);
  const [duty, setDuty] = useState<Shift['duty']>(() => dutyOf(staff.find(({ id }) => id === start.staffId)));
  const [date, setDate] = useState(start.date);
  const [[from, to], setHours] = useState(presets.day);
  const [problem, setProblem] = useState('');
  const save = useSend('identity.putShift', {
    changes: ['identity.roster'],
    onDone: onClose,
    onProblem: ({ title }) => {
      setProblem(title);
      return true;
    },
  });
  const send = () => {
    if (!staffId || !date || !from || !to) setProblem(t('identity.shift.incomplete'));
    else save.mutate({ params: { wardId, shiftId }, body: { staffId, duty, ...shiftTimes(date, from, to, timeZone) } });
  };
  const pickStaff = (id: string) => {
    setStaffId(id);
    setDuty(dutyOf(staff.find((one) => one.id === id)));
  };
  const kind = kinds.find((one) => presets[one][0] === from && presets[one][1] === to);
  return (
    <Modal
      open
      title={t('identity.shifts.addShift')}
      okText={t('identity.shift.save')}
      onOk={send}
      onCancel={onClose}
      confirmLoading={save.isPending}
      destroyOnHidden
    >
      <div className="s-form">
        <label htmlFor="shift-staff">{t('identity.shifts.person')}</label>
        <Select
          id="shift-staff"
          value={staffId || null}
          onChange={pickStaff}
          placeholder={t('identity.shift.pick')}
          showSearch={{ optionFilterProp: 'label' }}
          options={staff.map(({ id, name, staffNo }) => ({ value: id, label: `${name} ${staffNo}` }))}
        />
        <label htmlFor="shift-duty">{t('identity.shift.duty')}</label>
        <Select
          id="shift-duty"
          value={duty}
          onChange={setDuty}
          options={duties.map((one) => ({ value: one, label: t(`identity.role.${one}`) }))}
        />
        <label htmlFor="shift-date">{t('identity.shift.date')}</label>
        <Input id="shift-date" type="date" value={date} onChange={(event) => setDate(event.target.value)} />
        <span id="shift-kind">{t('identity.shift.kind')}</span>
        <Segmented
          aria-labelledby="shift-kind"
          block
          value={kind ?? ''}
          onChange={(one) => setHours(presets[one as ShiftKind])}
          options={kinds.map((one) => ({ value: one, label: t(`identity.shifts.kind.${one}`) }))}
        />
        <div className="s-form-pair">
          <span>
            <label htmlFor="shift-from">{t('identity.shift.from')}</label>
            <Input id="shift-from" type="time" value={from} onChange={(event) => setHours([event.target.value, to])} />
          </span>
          <span>
            <label htmlFor="shift-to">{t('identity.shift.to')}</label>
            <Input id="shift-to" type="time" value={to} onChange={(event) => setHours([from, event.target.value])} />
          </span>
        </div>
        {to <= from && to !== '' && <small>{t('identity.shift.overnight')}</small>}
        <p className="s-form-problem" role="alert">
          {problem}
        </p>
      </div>
    </Modal>
  );
}
