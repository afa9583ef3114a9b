import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { minutesUntilTomorrow } from '../../kit/civil.ts';
import { useFormats, useHospitalNow, useKit } from '../../kit/context.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { useHints } from '../api/live.ts';
import { keyOf, query } from '../api/query.ts';
import { useSend } from '../api/useApi.ts';
import { advanceShare } from './advance-share.ts';

const hour = 60;
const day = 24 * hour;

/** Moves the demo hospital forward and shows how far it has come; everything due on the way happens. */
export function DemoBar() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const formats = useFormats();
  const now = useHospitalNow(1);
  const { timeZone } = useKit();
  const clock = useQuery({
    ...query('kernel.readClock'),
    refetchInterval: ({ state }) => (state.data?.advancing ? 1500 : false),
  });
  useHints(['clock:'], [keyOf('kernel.readClock')]);
  const advance = useSend('kernel.advanceClock', { changes: ['kernel.readClock'] });
  const advancing = advance.isPending || (clock.data?.advancing ?? false);
  const from = useRef(now);
  const was = useRef(false);
  useEffect(() => {
    // What was on the screen belongs to the hour that has passed.
    if (was.current && !advancing) void client.invalidateQueries({ type: 'active' });
    was.current = advancing;
  }, [advancing, client]);

  const move = (minutes: number) => {
    from.current = now;
    advance.mutate({ body: { minutes } });
  };
  const steps: [label: string, minutes: () => number][] = [
    [t('shell.demo.hours', { count: 1 }), () => hour],
    [t('shell.demo.hours', { count: 6 }), () => 6 * hour],
    [t('shell.demo.morning'), () => minutesUntilTomorrow('08:00', now, timeZone)],
    [t('shell.demo.days', { count: 1 }), () => day],
    [t('shell.demo.days', { count: 10 }), () => 10 * day],
  ];
  const { reached, target } = clock.data ?? { reached: null, target: null };
  return (
    <section className="s-demo" aria-label={t('shell.demo.label')}>
      <strong>
        <Icon name="clock" size={16} /> {t('shell.demo.title')}
      </strong>
      <div className="s-demo-steps">
        {steps.map(([label, minutes]) => (
          <button key={label} type="button" className="k-button" disabled={advancing} onClick={() => move(minutes())}>
            {label}
          </button>
        ))}
      </div>
      <span className="s-demo-progress" role="status">
        {advancing && reached && target && (
          <>
            <progress max={1} value={advanceShare(from.current, reached, target)} aria-label={t('shell.demo.label')} />
            {t('shell.demo.reached', { at: formats.dateTime(reached, now), target: formats.dateTime(target, now) })}
          </>
        )}
        {advancing && !reached && t('shell.demo.starting')}
      </span>
    </section>
  );
}
