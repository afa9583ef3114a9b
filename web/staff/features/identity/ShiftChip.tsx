import { useTranslation } from 'react-i18next';
import { useKit } from '../../../kit/context.tsx';
import { type Shift, shiftKind } from './roster-week.ts';

/** A shift as a word and its hours; a button where it may be taken off. */
export function ShiftChip({ shift, onRemove }: { shift: Shift; onRemove?: ((shift: Shift) => void) | undefined }) {
  const { t } = useTranslation();
  const { timeZone, formats } = useKit();
  const kind = shiftKind(shift.startsAt, timeZone);
  const content = (
    <>
      <strong>{t(`identity.shifts.kind.${kind}`)}</strong>
      <span>
        {formats.time(shift.startsAt)}–{formats.time(shift.endsAt)}
      </span>
      {shift.duty !== 'nurse' && <span>{t(`identity.role.${shift.duty}`)}</span>}
    </>
  );
  if (!onRemove) return <span className={`r-chip r-${kind}`}>{content}</span>;
  return (
    <button
      type="button"
      className={`r-chip r-${kind}`}
      title={t('identity.shifts.remove')}
      onClick={() => onRemove(shift)}
    >
      {content}
      <span className="k-hidden">
        {t('identity.shifts.removeOf', {
          name: shift.staff.name,
          day: formats.day(shift.startsAt),
          time: formats.time(shift.startsAt),
        })}
      </span>
    </button>
  );
}
