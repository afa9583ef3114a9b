import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOf } from '../../../kit/civil.ts';
import { useKit } from '../../../kit/context.tsx';
import type { RosterViewProps } from './RosterGrid.tsx';
import { ShiftChip } from './ShiftChip.tsx';

/** The week on a phone: one day at a time, seven days to tap. */
export function RosterDays({ rows, days, today, onRemove }: RosterViewProps) {
  const { t } = useTranslation();
  const { formats, timeZone } = useKit();
  const [picked, setPicked] = useState(today);
  const date = days.includes(picked) ? picked : (days[0] ?? today);
  const working = rows.flatMap(({ staff, days: cells }) => {
    const cell = cells.find((one) => one.date === date);
    return cell && (cell.shifts.length > 0 || cell.absence) ? [{ staff, ...cell }] : [];
  });
  return (
    <>
      <div className="r-days">
        {days.map((day) => (
          <button
            key={day}
            type="button"
            aria-pressed={day === date}
            className={day === today ? 'r-today' : undefined}
            onClick={() => setPicked(day)}
          >
            <span>{formats.weekday(instantOf(day, '12:00', timeZone))}</span>
            <strong>{Number(day.slice(8))}</strong>
          </button>
        ))}
      </div>
      <ul className="r-list">
        {working.map(({ staff, shifts, absence }) => (
          <li key={staff.id}>
            <span>
              <strong translate="no">{staff.name}</strong> <small>{staff.staffNo}</small>
            </span>
            <span className="r-list-shifts">
              {absence && <span className="r-away">{t('identity.shifts.away')}</span>}
              {shifts.map((shift) => (
                <ShiftChip key={shift.id} shift={shift} onRemove={onRemove} />
              ))}
            </span>
          </li>
        ))}
        {working.length === 0 && <li className="r-none">{t('identity.shifts.noneThatDay')}</li>}
      </ul>
    </>
  );
}
