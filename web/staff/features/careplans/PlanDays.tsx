import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, civilDate, instantOf } from '../../../kit/civil.ts';
import { useFormats, useHospitalNow, useKit } from '../../../kit/context.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { useTooMany } from '../../../kit/useTooMany.tsx';
import { useApi } from '../../api/useApi.ts';
import { shortDay } from './short-day.ts';
import { TaskRow } from './TaskRow.tsx';
import type { Plan } from './types.ts';

const SHOWN_DAYS = 7;

/** The plan day by day: a week to choose from, and what stands in the chosen day. */
export function PlanDays({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const { language, timeZone } = useKit();
  const formats = useFormats();
  const now = useHospitalNow();
  const today = civilDate(now, timeZone);
  const home = civilDate(Date.parse(plan.dischargedAt), timeZone);
  const [moved, setMoved] = useState<{ first: string; on: string } | null>(null);
  const first = moved?.first ?? (addDays(today, -1) < home ? home : addDays(today, -1));
  const on = moved?.on ?? (today < home ? home : today);
  const turn = (days: number) => setMoved({ first: addDays(first, days), on: addDays(first, days) });
  const days = Array.from({ length: SHOWN_DAYS }, (_, index) => addDays(first, index));
  const { data, error, refetch } = useApi(
    'careplans.listPlanTasks',
    { params: { planId: plan.id }, query: { from: on, to: on, limit: 100 } },
    [`patient:${plan.patientId}`],
  );
  const tooMany = useTooMany(data?.items.length ?? 0, Boolean(data?.next));
  return (
    <div className="cp-days">
      <div className="cp-week">
        <Button
          type="text"
          aria-label={t('careplans.days.before')}
          icon={<Icon name="left" size={16} />}
          disabled={first <= home}
          onClick={() => turn(-SHOWN_DAYS)}
        />
        <ul>
          {days.map((day) => {
            const at = instantOf(day, '12:00', timeZone);
            return (
              <li key={day}>
                <button
                  type="button"
                  aria-pressed={day === on}
                  className={day === today ? 'cp-today' : ''}
                  onClick={() => setMoved({ first, on: day })}
                >
                  <small className="cp-dayname">
                    {day === today ? t('careplans.days.today') : formats.weekday(at)}
                  </small>
                  <span>{shortDay(day, language)}</span>
                </button>
              </li>
            );
          })}
        </ul>
        <Button
          type="text"
          aria-label={t('careplans.days.after')}
          icon={<Icon name="right" size={16} />}
          onClick={() => turn(SHOWN_DAYS)}
        />
      </div>
      {error ? (
        <ErrorState title={error.message} onRetry={() => void refetch()} />
      ) : !data ? (
        <ListSkeleton rows={5} />
      ) : data.items.length === 0 ? (
        <p className="cp-nothing">{t('careplans.days.nothing')}</p>
      ) : (
        <>
          <ul className="cp-tasks">
            {data.items.map((task) => (
              <TaskRow key={task.id} task={task} />
            ))}
          </ul>
          {tooMany}
        </>
      )}
    </div>
  );
}
