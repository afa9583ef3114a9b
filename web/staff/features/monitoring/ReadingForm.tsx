import { Link } from '@tanstack/react-router';
import { Button, Input, type InputRef, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureCode } from '../../../../contract/monitoring.ts';
import { civilDate, civilTime, instantOf } from '../../../kit/civil.ts';
import { useHospitalNow, useKit } from '../../../kit/context.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import { newId } from '../../api/id.ts';
import type { ApiProblem } from '../../api/problem.ts';
import { useSend } from '../../api/useApi.ts';
import { type Measure, unitShown } from './types.ts';

interface Props {
  readonly patientId: string;
  readonly encounterId: string | null;
  readonly measures: readonly Measure[];
  onClose(): void;
}
const IMPLAUSIBLE = 'urn:dayone:monitoring:implausible';
const changes = ['monitoring.patientMeasures', 'monitoring.listReadings', 'monitoring.listAlerts'] as const;

/** Writes down a figure the patient told. An unlikely one is asked again; nothing typed is lost. */
export function ReadingForm({ patientId, encounterId, measures, onClose }: Props) {
  const { t } = useTranslation();
  const { language, timeZone } = useKit();
  const now = useHospitalNow();
  const [readingId, setReadingId] = useState(newId);
  const [code, setCode] = useState<MeasureCode>(measures[0]?.code ?? '8310-5');
  const measure = measures.find((one) => one.code === code);
  const [unit, setUnit] = useState(measure?.unit ?? '');
  const [value, setValue] = useState('');
  const [date, setDate] = useState(() => civilDate(now, timeZone));
  const [time, setTime] = useState(() => civilTime(now, timeZone));
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [incomplete, setIncomplete] = useState(false);
  const [raised, setRaised] = useState<'amber' | 'red' | null>(null);
  const field = useRef<InputRef>(null);
  useEffect(() => field.current?.focus(), []);
  const save = useSend('monitoring.recordReading', {
    changes,
    onDone: ({ alerts }) => {
      const [alert] = alerts;
      if (!alert) return onClose();
      setRaised(alert.severity);
      setValue('');
      setReadingId(newId());
    },
    onProblem: (refused) => {
      setProblem(refused);
      return true;
    },
  });
  const pick = (next: Measure) => {
    setCode(next.code);
    setUnit(next.unit);
    setProblem(null);
  };
  const send = (confirmed: boolean) => {
    const figure = value.trim().replace('，', '.').replace(',', '.');
    setIncomplete(!/^-?\d{1,5}(\.\d{1,4})?$/.test(figure) || !date || !time);
    if (!/^-?\d{1,5}(\.\d{1,4})?$/.test(figure) || !date || !time) return;
    setProblem(null);
    save.mutate({
      params: { patientId, readingId },
      body: {
        code,
        value: figure,
        unit,
        effectiveAt: new Date(instantOf(date, time, timeZone)).toISOString(),
        encounterId,
        confirmed,
      },
    });
  };
  const asking = problem?.type === IMPLAUSIBLE;
  const why = asking ? undefined : Object.values(problem?.fields ?? {})[0];
  return (
    <form
      className="m-entry"
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
    >
      <fieldset className="m-chips">
        <legend>{t('monitoring.entry.what')}</legend>
        {measures.map((one) => (
          <button key={one.code} type="button" aria-pressed={one.code === code} onClick={() => pick(one)}>
            {one.title[language]}
          </button>
        ))}
      </fieldset>
      <div className="m-entry-row">
        <span>
          <label htmlFor="m-value">{t('monitoring.entry.value')}</label>
          <Input
            id="m-value"
            ref={field}
            inputMode="decimal"
            autoComplete="off"
            value={value}
            suffix={measure && measure.units.length === 1 ? measure.unitWords[language] : undefined}
            onChange={(event) => {
              setValue(event.target.value);
              setProblem(null);
            }}
          />
        </span>
        {measure && measure.units.length > 1 && (
          <Segmented
            aria-label={t('monitoring.entry.unit')}
            value={unit}
            onChange={setUnit}
            options={measure.units.map((one) => ({ value: one, label: unitShown(one) }))}
          />
        )}
        <span>
          <label htmlFor="m-date">{t('monitoring.entry.date')}</label>
          <Input
            id="m-date"
            type="date"
            value={date}
            max={civilDate(now, timeZone)}
            onChange={(e) => setDate(e.target.value)}
          />
        </span>
        <span>
          <label htmlFor="m-time">{t('monitoring.entry.time')}</label>
          <Input id="m-time" type="time" value={time} onChange={(event) => setTime(event.target.value)} />
        </span>
      </div>
      {measure?.how && <p className="m-how">{measure.how[language]}</p>}
      <div role="alert">
        {raised && (
          <p className="m-entry-raised">
            <StatusTag tone={raised === 'red' ? 'danger' : 'attention'} icon="alert">
              {t(`monitoring.severity.${raised}`)}
            </StatusTag>
            {t('monitoring.entry.raised')} <Link to="/alerts">{t('monitoring.entry.toAlerts')}</Link>
          </p>
        )}
        {incomplete && <p className="s-form-problem">{t('monitoring.entry.incomplete')}</p>}
        {problem && <p className="s-form-problem">{[problem.title, why].filter(Boolean).join('：')}</p>}
        {asking && measure && (
          <p className="s-form-problem">
            {t('monitoring.entry.usual', {
              low: measure.plausible.low,
              high: measure.plausible.high,
              unit: measure.unitWords[language],
            })}
          </p>
        )}
      </div>
      <div className="m-pane-foot">
        {asking ? (
          <Button type="primary" loading={save.isPending} onClick={() => send(true)}>
            {t('monitoring.entry.confirm', { value: `${value} ${unitShown(unit)}` })}
          </Button>
        ) : (
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('monitoring.entry.save')}
          </Button>
        )}
        <Button onClick={onClose}>{t('monitoring.entry.close')}</Button>
      </div>
    </form>
  );
}
