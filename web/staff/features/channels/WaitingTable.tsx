import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow } from '../../../kit/context.tsx';
import type { Reply } from '../../api/types.ts';

const MOST = 1000;

/** What has not left, by purpose: held behind the switch, or waiting for its time. */
export function WaitingTable({ waiting }: { waiting: Reply<'channels.readGate'>['waiting'] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useHospitalNow();
  const count = (n: number) => (n > MOST ? `${formats.number(MOST)}+` : formats.number(n));
  const some = waiting.filter((one) => one.held + one.waiting > 0);
  if (some.length === 0) return <p className="ch-none">{t('channels.gate.none')}</p>;
  return (
    <table className="ch-waiting">
      <caption className="k-hidden">{t('channels.gate.waiting')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('channels.gate.purpose')}</th>
          <th scope="col">{t('channels.gate.held')}</th>
          <th scope="col">{t('channels.gate.scheduled')}</th>
          <th scope="col">{t('channels.gate.oldest')}</th>
        </tr>
      </thead>
      <tbody>
        {some.map((one) => (
          <tr key={one.purpose}>
            <th scope="row">{t(`channels.purpose.${one.purpose}`)}</th>
            <td>{count(one.held)}</td>
            <td>{count(one.waiting)}</td>
            <td>{one.oldestDueAt ? formats.dateTime(one.oldestDueAt, now) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
