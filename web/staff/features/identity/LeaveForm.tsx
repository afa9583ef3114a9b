import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../api/id.ts';
import { useSend } from '../../api/useApi.ts';
import type { StaffMember } from './roster-week.ts';

interface Props {
  readonly wardId: string;
  readonly staff: readonly StaffMember[];
  readonly today: string;
  onClose(): void;
}

/** Records leave and the named colleague who takes the patients over meanwhile. */
export function LeaveForm({ wardId, staff, today, onClose }: Props) {
  const { t } = useTranslation();
  const [absenceId] = useState(newId);
  const [staffId, setStaffId] = useState<string | null>(null);
  const [coverStaffId, setCover] = useState<string | null>(null);
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const [problem, setProblem] = useState('');
  const save = useSend('identity.putAbsence', {
    changes: ['identity.roster'],
    onDone: onClose,
    onProblem: ({ title }) => {
      setProblem(title);
      return true;
    },
  });
  const send = () => {
    if (!staffId || !from || !to || to < from) setProblem(t('identity.leave.incomplete'));
    else save.mutate({ params: { wardId, absenceId }, body: { staffId, from, to, coverStaffId } });
  };
  const people = staff.map(({ id, name, staffNo }) => ({ value: id, label: `${name} ${staffNo}` }));
  return (
    <Modal
      open
      title={t('identity.shifts.addLeave')}
      okText={t('identity.leave.save')}
      onOk={send}
      onCancel={onClose}
      confirmLoading={save.isPending}
      destroyOnHidden
    >
      <div className="s-form">
        <label htmlFor="leave-staff">{t('identity.leave.who')}</label>
        <Select
          id="leave-staff"
          value={staffId}
          onChange={setStaffId}
          options={people}
          placeholder={t('identity.shift.pick')}
          showSearch={{ optionFilterProp: 'label' }}
        />
        <div className="s-form-pair">
          <span>
            <label htmlFor="leave-from">{t('identity.leave.from')}</label>
            <Input id="leave-from" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          </span>
          <span>
            <label htmlFor="leave-to">{t('identity.leave.to')}</label>
            <Input id="leave-to" type="date" value={to} min={from} onChange={(event) => setTo(event.target.value)} />
          </span>
        </div>
        <label htmlFor="leave-cover">{t('identity.leave.cover')}</label>
        <Select
          id="leave-cover"
          allowClear
          value={coverStaffId}
          onChange={(id) => setCover(id ?? null)}
          placeholder={t('identity.leave.coverLater')}
          options={people.filter(({ value }) => value !== staffId)}
          showSearch={{ optionFilterProp: 'label' }}
        />
        <p className="s-form-problem" role="alert">
          {problem}
        </p>
      </div>
    </Modal>
  );
}
