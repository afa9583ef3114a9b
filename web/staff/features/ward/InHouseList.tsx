import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { addDays, instantOf } from '../../../kit/civil.ts';
import { useKit } from '../../../kit/context.tsx';
import { Empty } from '../../../kit/Empty.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { PersonName } from '../../../kit/PersonName.tsx';
import { Section } from '../../../kit/Section.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import { useMay } from '../../shell/session.ts';
import { HoldButton } from '../patients/HoldButton.tsx';
import { Marks } from './Marks.tsx';
import type { useStays } from './useStays.ts';

interface Props {
  readonly read: ReturnType<typeof useStays<'encounters.listInHouse'>>;
  readonly today: string;
  onPrepare(encounterId: string): void;
}

/** Who is in, those who leave first on top. */
export function InHouseList({ read, today, onPrepare }: Props) {
  const { t } = useTranslation();
  const { formats, timeZone } = useKit();
  const mayPrepare = useMay('encounters.write');
  const mayHold = useMay('patients.hold');
  const { items, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = read;
  const expected = (on: string | null) => {
    if (!on) return <span className="w-quiet">{t('ward.unknown')}</span>;
    const said = formats.day(instantOf(on, '12:00', timeZone));
    if (on < today) return <StatusTag tone="attention">{t('ward.overdue', { on: said })}</StatusTag>;
    if (on === today) return <StatusTag tone="calm">{t('ward.today')}</StatusTag>;
    return on === addDays(today, 1) ? t('ward.tomorrow') : said;
  };
  return (
    <Section title={t('ward.in')} flush foot={t('ward.inFoot')}>
      {error ? (
        <ErrorState title={error.message} onRetry={() => void refetch()} />
      ) : !items ? (
        <div className="w-pad">
          <ListSkeleton rows={8} />
        </div>
      ) : items.length === 0 ? (
        <Empty title={t('ward.inEmpty')} hint={t('ward.inEmptyHint')} />
      ) : (
        <>
          <table className="w-table">
            <thead>
              <tr>
                <th scope="col">{t('ward.bed')}</th>
                <th scope="col">{t('ward.person')}</th>
                <th scope="col">{t('ward.reason')}</th>
                <th scope="col">{t('ward.expected')}</th>
                <th scope="col">{t('ward.ready')}</th>
                <th scope="col">
                  <span className="k-hidden">{t('ward.prepare')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((stay) => (
                <tr key={stay.encounterId}>
                  <td className="w-bed">{stay.bed ?? '–'}</td>
                  <td>
                    <Link to={`/patients/${stay.patient.id}`} className="w-person">
                      <PersonName name={stay.patient.name} sex={stay.patient.sex} ageYears={stay.patient.age} />
                    </Link>
                    {stay.hold && <StatusTag tone="quiet">{t('ward.hold')}</StatusTag>}
                  </td>
                  <td>
                    {stay.reason ?? t(`patients.class.${stay.class}`)}
                    {stay.attending && <small className="w-under">{stay.attending.name}</small>}
                  </td>
                  <td>{expected(stay.expectedDischargeOn)}</td>
                  <td>
                    <Marks preparation={stay.preparation} />
                  </td>
                  <td className="w-do">
                    {mayHold && !stay.hold && (
                      <HoldButton
                        patientId={stay.patient.id}
                        encounterId={stay.encounterId}
                        rowOf={stay.patient.name}
                      />
                    )}
                    {mayPrepare && (
                      <Button
                        size="small"
                        aria-label={t('ward.prepareOf', { name: stay.patient.name })}
                        onClick={() => onPrepare(stay.encounterId)}
                      >
                        {t('ward.prepare')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {hasNextPage && (
            <Button className="w-more" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('ward.more')}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}
