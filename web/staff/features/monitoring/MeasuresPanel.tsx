import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKit } from '../../../kit/context.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { Section } from '../../../kit/Section.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { Sparkline } from '../../../kit/Sparkline.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import { useApi } from '../../api/useApi.ts';
import { useMay } from '../../shell/session.ts';
import './monitoring.css';
import { ReadingForm } from './ReadingForm.tsx';
import { ReadingsModal } from './ReadingsModal.tsx';
import { type Measure, toneOf } from './types.ts';

/** How the patient's figures go at home, and a quick way to write down what they said. */
export default function MeasuresPanel({ patientId, encounterId }: { patientId: string; encounterId: string | null }) {
  const { t } = useTranslation();
  const { language } = useKit();
  const mayRecord = useMay('monitoring.record');
  const [adding, setAdding] = useState(false);
  const [looking, setLooking] = useState<Measure | null>(null);
  const read = useApi('monitoring.patientMeasures', { params: { patientId } }, [`patient:${patientId}`]);
  const shown = read.data?.measures.filter((measure) => measure.inProgramme || measure.points.length > 0) ?? [];
  return (
    <Section
      title={t('monitoring.panel.title')}
      extra={
        mayRecord &&
        read.data && (
          <Button size="small" icon={<Icon name="plus" size={14} />} onClick={() => setAdding(true)}>
            {t('monitoring.panel.add')}
          </Button>
        )
      }
    >
      {read.error ? (
        <ErrorState title={read.error.message} onRetry={() => void read.refetch()} />
      ) : !read.data ? (
        <ListSkeleton rows={4} />
      ) : (
        <>
          {read.data.openAlerts.map((alert) => (
            <Link key={alert.id} className="m-panel-alert" to="/alerts" search={{ alert: alert.id }}>
              <StatusTag tone={toneOf[alert.severity]} icon="alert">
                {t(`monitoring.severity.${alert.severity}`)}
              </StatusTag>
              <span>{alert.title[language]}</span>
              <Icon name="right" size={14} />
            </Link>
          ))}
          {adding && (
            <ReadingForm
              patientId={patientId}
              encounterId={encounterId}
              measures={read.data.measures}
              onClose={() => setAdding(false)}
            />
          )}
          {shown.length === 0 && !adding && <p className="m-quiet">{t('monitoring.panel.none')}</p>}
          <div className="m-sparks">
            {shown.map((measure) => (
              <button key={measure.code} type="button" className="m-spark" onClick={() => setLooking(measure)}>
                <Sparkline
                  label={measure.title[language]}
                  unit={measure.unitWords[language]}
                  digits={measure.decimals}
                  points={measure.points.map(({ at, value }) => ({ at, value: Number(value) }))}
                  target={measure.bounds}
                  period={t('monitoring.panel.period')}
                />
                <span className="k-hidden">{t('monitoring.panel.look', { name: measure.title[language] })}</span>
              </button>
            ))}
          </div>
        </>
      )}
      {looking && <ReadingsModal patientId={patientId} measure={looking} onClose={() => setLooking(null)} />}
    </Section>
  );
}
