import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, civilDate, instantOf, mondayOf } from '../../../kit/civil.ts';
import { useHospitalNow, useKit } from '../../../kit/context.tsx';
import { Empty } from '../../../kit/Empty.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { KeyHint } from '../../../kit/KeyHint.tsx';
import { Page } from '../../../kit/Page.tsx';
import { Section } from '../../../kit/Section.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { useKeys } from '../../../kit/useKeys.tsx';
import { narrowQuery, useMedia } from '../../../kit/useMedia.ts';
import { useApi } from '../../api/useApi.ts';
import { useMay } from '../../shell/session.ts';
import { useWard } from '../../shell/ward.tsx';
import { LeaveForm } from './LeaveForm.tsx';
import { LeaveList } from './LeaveList.tsx';
import { OnDuty } from './OnDuty.tsx';
import { RosterDays } from './RosterDays.tsx';
import { RosterGrid } from './RosterGrid.tsx';
import './roster.css';
import { rosterRows, weekDays } from './roster-week.ts';
import { ShiftForm } from './ShiftForm.tsx';
import { useRemoveShift } from './useRemoveShift.ts';

/** Who works when in the ward of the header, who is away and who covers. The week stands in the address. */
export default function RosterPage() {
  const { t } = useTranslation();
  const { ward } = useWard();
  const { timeZone, formats } = useKit();
  const today = civilDate(useHospitalNow(), timeZone);
  const { week } = useSearch({ strict: false }) as { week?: string };
  const navigate = useNavigate();
  const monday = mondayOf(week && /^\d{4}-\d\d-\d\d$/.test(week) ? week : today);
  const days = weekDays(monday);
  const narrow = useMedia(narrowQuery);
  const mayWrite = useMay('identity.roster.write');
  const [adding, setAdding] = useState<{ staffId: string; date: string } | null>(null);
  const [leaving, setLeaving] = useState(false);

  const topics = ward ? [`ward:${ward.id}`] : [];
  const params = { wardId: ward?.id ?? '' };
  const roster = useApi('identity.roster', ward && { params, query: { from: monday, to: addDays(monday, 6) } }, topics);
  const staff = useApi('identity.listStaff', ward && { params });
  const remove = useRemoveShift();
  const go = (to: string) => void navigate({ to: '/roster', search: { week: to }, replace: true });
  useKeys({
    left: { label: t('identity.shifts.before'), run: () => go(addDays(monday, -7)) },
    right: { label: t('identity.shifts.after'), run: () => go(addDays(monday, 7)) },
    t: { label: t('identity.shifts.thisWeek'), run: () => go(today) },
    ...(mayWrite
      ? { n: { label: t('identity.shifts.addShift'), run: () => setAdding({ staffId: '', date: today }) } }
      : {}),
  });

  if (!ward) return <Empty title={t('identity.shifts.noWard')} hint={t('identity.shifts.noWardHint')} />;
  const failed = roster.error ?? staff.error;
  const rows = roster.data && staff.data ? rosterRows(roster.data, staff.data, days, timeZone) : null;
  const noon = (date: string) => instantOf(date, '12:00', timeZone);
  const shown = {
    rows: rows ?? [],
    days,
    today,
    ...(mayWrite ? { onAdd: (staffId: string, date: string) => setAdding({ staffId, date }), onRemove: remove } : {}),
  };
  return (
    <Page
      title={t('identity.shifts.title')}
      above={ward.name}
      summary={t('identity.shifts.summary')}
      actions={
        mayWrite && (
          <>
            <Button onClick={() => setLeaving(true)}>{t('identity.shifts.addLeave')}</Button>
            <Button
              type="primary"
              icon={<Icon name="plus" size={16} />}
              onClick={() => setAdding({ staffId: '', date: days.includes(today) ? today : monday })}
            >
              {t('identity.shifts.addShift')}
            </Button>
          </>
        )
      }
    >
      {roster.data && <OnDuty shifts={roster.data.onDuty} phone={ward.phone} />}
      <Section
        flush
        title={t('identity.shifts.week', { from: formats.day(noon(monday)), to: formats.day(noon(days[6] ?? monday)) })}
        extra={
          <>
            <KeyHint keys={['left', 'right']} label={t('identity.shifts.turn')} />
            <Button
              aria-label={t('identity.shifts.before')}
              icon={<Icon name="left" size={16} />}
              onClick={() => go(addDays(monday, -7))}
            />
            <Button disabled={days.includes(today)} onClick={() => go(today)}>
              {t('identity.shifts.thisWeek')}
            </Button>
            <Button
              aria-label={t('identity.shifts.after')}
              icon={<Icon name="right" size={16} />}
              onClick={() => go(addDays(monday, 7))}
            />
          </>
        }
      >
        {failed ? (
          <ErrorState title={failed.message} onRetry={() => void Promise.all([roster.refetch(), staff.refetch()])} />
        ) : !rows ? (
          <div className="r-loading">
            <ListSkeleton rows={8} />
          </div>
        ) : rows.length === 0 ? (
          <Empty title={t('identity.shifts.empty')} hint={t('identity.shifts.emptyHint')} />
        ) : narrow ? (
          <RosterDays {...shown} />
        ) : (
          <RosterGrid {...shown} />
        )}
      </Section>
      {roster.data && <LeaveList absences={roster.data.absences} />}
      {adding && staff.data && (
        <ShiftForm wardId={ward.id} staff={staff.data} start={adding} onClose={() => setAdding(null)} />
      )}
      {leaving && staff.data && (
        <LeaveForm wardId={ward.id} staff={staff.data} today={today} onClose={() => setLeaving(false)} />
      )}
    </Page>
  );
}
