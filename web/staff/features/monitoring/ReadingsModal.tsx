import { App, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useKit } from '../../../kit/context.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { useTooMany } from '../../../kit/useTooMany.tsx';
import { useApi, useSend } from '../../api/useApi.ts';
import { useMay } from '../../shell/session.ts';
import { type Measure, type Reading, unitShown } from './types.ts';

const changes = [
  'monitoring.listReadings',
  'monitoring.patientMeasures',
  'monitoring.listAlerts',
  'monitoring.readAlert',
] as const;

/** Every figure of one measure, newest first; a wrong one is taken out and stays readable. */
export function ReadingsModal(props: { patientId: string; measure: Measure; onClose(): void }) {
  const { patientId, measure, onClose } = props;
  const { t } = useTranslation();
  const { language } = useKit();
  const read = useApi('monitoring.listReadings', { params: { patientId }, query: { code: measure.code, limit: 100 } }, [
    `patient:${patientId}`,
  ]);
  const tooMany = useTooMany(read.data?.items.length ?? 0, read.data?.next != null);
  const take = useTakeOut(patientId);
  return (
    <Modal open onCancel={onClose} footer={null} title={measure.title[language]} destroyOnHidden>
      {measure.how && <p className="m-how">{measure.how[language]}</p>}
      {read.error ? (
        <ErrorState title={read.error.message} onRetry={() => void read.refetch()} />
      ) : !read.data ? (
        <ListSkeleton rows={6} />
      ) : read.data.items.length === 0 ? (
        <p className="m-quiet">{t('monitoring.readings.none')}</p>
      ) : (
        <ul className="m-readings">
          {read.data.items.map((reading) => (
            <Row key={reading.id} reading={reading} onTakeOut={take} />
          ))}
        </ul>
      )}
      {tooMany}
    </Modal>
  );
}

function Row({ reading, onTakeOut }: { reading: Reading; onTakeOut(reading: Reading): void }) {
  const { t } = useTranslation();
  const { formats } = useKit();
  const mayRecord = useMay('monitoring.record');
  return (
    <li className={reading.status === 'final' ? undefined : 'm-struck'}>
      <strong className="m-figure">
        {reading.value} {unitShown(reading.unit)}
      </strong>
      <span>
        {formats.day(reading.effectiveAt)} {formats.time(reading.effectiveAt)}
      </span>
      <span>
        {t(`monitoring.source.${reading.source}`)}
        {reading.recordedBy && ` · ${reading.recordedBy.name}`}
        {reading.confirmed && ` · ${t('monitoring.reading.confirmed')}`}
      </span>
      {reading.status === 'final' ? (
        mayRecord && (
          <Button className="m-readings-out" size="small" type="link" onClick={() => onTakeOut(reading)}>
            {t('monitoring.readings.takeOut')}
          </Button>
        )
      ) : (
        <span>{t(`monitoring.status.${reading.status}`)}</span>
      )}
    </li>
  );
}

/** Asks, then marks the reading as entered in error. */
function useTakeOut(patientId: string): (reading: Reading) => void {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const correct = useSend('monitoring.correctReading', { changes });
  return (reading) =>
    void modal.confirm({
      title: t('monitoring.readings.ask', { value: `${reading.value} ${unitShown(reading.unit)}` }),
      content: t('monitoring.readings.kept'),
      okText: t('monitoring.readings.takeOut'),
      cancelText: t('monitoring.closing.cancel'),
      onOk: () =>
        correct.mutateAsync({
          params: { patientId, readingId: reading.id },
          body: { reason: 'typing-error', replacement: null },
        }),
    });
}
