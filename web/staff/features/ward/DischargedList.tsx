import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow } from '../../../kit/context.tsx';
import { Empty } from '../../../kit/Empty.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { PersonName } from '../../../kit/PersonName.tsx';
import { Section } from '../../../kit/Section.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { StatusTag, type Tone } from '../../../kit/StatusTag.tsx';
import { useMay } from '../../shell/session.ts';
import { HoldButton } from '../patients/HoldButton.tsx';
import { useStays } from './useStays.ts';

const tones: Record<'low' | 'moderate' | 'high', Tone> = { low: 'good', moderate: 'note', high: 'attention' };

/** Who has left, latest first. */
export function DischargedList({ wardId }: { wardId: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useHospitalNow();
  const mayHold = useMay('patients.hold');
  const { items, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useStays(
    'encounters.listDischarged',
    wardId,
  );
  return (
    <Section title={t('ward.gone')} flush foot={t('ward.goneFoot')}>
      {error ? (
        <ErrorState title={error.message} onRetry={() => void refetch()} />
      ) : !items ? (
        <div className="w-pad">
          <ListSkeleton rows={8} />
        </div>
      ) : items.length === 0 ? (
        <Empty title={t('ward.goneEmpty')} hint={t('ward.goneEmptyHint')} />
      ) : (
        <>
          <table className="w-table">
            <thead>
              <tr>
                <th scope="col">{t('ward.left')}</th>
                <th scope="col">{t('ward.person')}</th>
                <th scope="col">{t('ward.reason')}</th>
                <th scope="col">{t('ward.to')}</th>
                <th scope="col">{t('ward.risk')}</th>
                <th scope="col">
                  <span className="k-hidden">{t('patients.hold.set')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((stay) => (
                <tr key={stay.encounterId}>
                  <td title={formats.dateTime(stay.dischargedAt, now)}>
                    {formats.relative(stay.dischargedAt, now)}
                    <small className="w-under">{formats.dateTime(stay.dischargedAt, now)}</small>
                  </td>
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
                  <td>
                    {stay.disposition ? t(`patients.disposition.${stay.disposition}`) : '–'}{' '}
                    {stay.byHand && (
                      <StatusTag tone="quiet" icon="info">
                        {t('ward.byHand')}
                      </StatusTag>
                    )}
                  </td>
                  <td>
                    {stay.risk ? (
                      <StatusTag tone={tones[stay.risk.band]} icon="chart">
                        {t(stay.risk.lowerBound ? 'patients.risk.atLeast' : 'patients.risk.score', {
                          method: 'LACE',
                          score: stay.risk.score,
                        })}
                      </StatusTag>
                    ) : (
                      '–'
                    )}
                  </td>
                  <td className="w-do">
                    {mayHold && !stay.hold && (
                      <HoldButton
                        patientId={stay.patient.id}
                        encounterId={stay.encounterId}
                        rowOf={stay.patient.name}
                      />
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
