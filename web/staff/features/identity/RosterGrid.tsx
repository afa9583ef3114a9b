import { useTranslation } from 'react-i18next';
import { instantOf } from '../../../kit/civil.ts';
import { useKit } from '../../../kit/context.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import type { RosterRow, Shift } from './roster-week.ts';
import { ShiftChip } from './ShiftChip.tsx';

export interface RosterViewProps {
  readonly rows: readonly RosterRow[];
  readonly days: readonly string[];
  readonly today: string;
  /** Absent for those who may only look. */
  readonly onAdd?: (staffId: string, date: string) => void;
  readonly onRemove?: (shift: Shift) => void;
}

/** The week on one screen: people down, days across. */
export function RosterGrid({ rows, days, today, onAdd, onRemove }: RosterViewProps) {
  const { t } = useTranslation();
  const { formats, timeZone } = useKit();
  return (
    <div className="r-scroll">
      <table className="r-grid">
        <thead>
          <tr>
            <th scope="col">{t('identity.shifts.person')}</th>
            {days.map((date) => {
              const noon = instantOf(date, '12:00', timeZone);
              return (
                <th
                  key={date}
                  scope="col"
                  className={date === today ? 'r-today' : undefined}
                  aria-current={date === today ? 'date' : undefined}
                >
                  {formats.day(noon)}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ staff, days: cells }) => (
            <tr key={staff.id}>
              <th scope="row">
                <span translate="no">{staff.name}</span> <small>{staff.staffNo}</small>
              </th>
              {cells.map(({ date, shifts, absence }) => (
                <td key={date} className={date === today ? 'r-today' : undefined}>
                  {absence && <span className="r-away">{t('identity.shifts.away')}</span>}
                  {shifts.map((shift) => (
                    <ShiftChip key={shift.id} shift={shift} onRemove={onRemove} />
                  ))}
                  {onAdd && !absence && (
                    <button
                      type="button"
                      className="r-add"
                      onClick={() => onAdd(staff.id, date)}
                      aria-label={t('identity.shifts.addFor', {
                        name: staff.name,
                        day: formats.day(instantOf(date, '12:00', timeZone)),
                      })}
                    >
                      <Icon name="plus" size={14} />
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
