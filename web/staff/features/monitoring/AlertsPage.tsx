import { useNavigate, useSearch } from '@tanstack/react-router';
import { Drawer, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../kit/Empty.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { KeyHint } from '../../../kit/KeyHint.tsx';
import { Page } from '../../../kit/Page.tsx';
import { Section } from '../../../kit/Section.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { useKeys } from '../../../kit/useKeys.tsx';
import { useMedia } from '../../../kit/useMedia.ts';
import { useTooMany } from '../../../kit/useTooMany.tsx';
import { useApi } from '../../api/useApi.ts';
import { useMe } from '../../shell/session.ts';
import { useWard } from '../../shell/ward.tsx';
import { AlertLine } from './AlertLine.tsx';
import { AlertPane } from './AlertPane.tsx';
import './monitoring.css';

interface Shown {
  state?: 'open' | 'closed';
  holder?: 'me' | 'anyone';
  alert?: string;
}

/** What needs somebody now: red before amber, the longest waiting first; beside it all that is needed to act. */
export default function AlertsPage() {
  const { t } = useTranslation();
  const { ward } = useWard();
  const me = useMe();
  const shown = useSearch({ strict: false }) as Shown;
  const { state = 'open', holder = 'anyone' } = shown;
  const navigate = useNavigate();
  const wide = useMedia('(min-width: 1100px)');
  const query = { state, holder, limit: 100, ...(ward ? { wardId: ward.id } : {}) };
  const list = useApi('monitoring.listAlerts', { query }, [...(ward ? [`ward:${ward.id}`] : []), `me:${me.staff.id}`]);
  const alerts = list.data?.items ?? [];
  const tooMany = useTooMany(alerts.length, list.data?.next != null);
  const at = alerts.findIndex(({ id }) => id === shown.alert);
  const chosen = shown.alert ?? (wide ? alerts[0]?.id : undefined);
  const go = (change: Shown) => void navigate({ to: '/alerts', search: { ...shown, ...change }, replace: true });
  const step = (by: number) => {
    const from = at < 0 ? (wide ? 0 : by > 0 ? -1 : 0) : at;
    const next = alerts[Math.max(0, Math.min(alerts.length - 1, from + by))];
    if (next) go({ alert: next.id });
  };
  useKeys({
    j: { label: t('monitoring.alerts.next'), run: () => step(1) },
    k: { label: t('monitoring.alerts.before'), run: () => step(-1) },
  });

  const waiting = alerts.filter((alert) => alert.state === 'open').length;
  const red = alerts.filter((alert) => alert.severity === 'red').length;
  return (
    <Page
      title={t('monitoring.alerts.title')}
      above={ward?.name}
      summary={
        list.data && state === 'open'
          ? t(alerts.length === 0 ? 'monitoring.alerts.calm' : 'monitoring.alerts.summary', {
              n: alerts.length,
              red,
              waiting,
            })
          : undefined
      }
      actions={
        <>
          <KeyHint keys={['j', 'k']} label={t('monitoring.alerts.move')} />
          <Segmented<'anyone' | 'me'>
            aria-label={t('monitoring.alerts.whose')}
            value={holder}
            onChange={(value) => go({ holder: value, alert: undefined })}
            options={[
              { value: 'anyone', label: t('monitoring.alerts.anyone') },
              { value: 'me', label: t('monitoring.alerts.mine') },
            ]}
          />
          <Segmented<'open' | 'closed'>
            aria-label={t('monitoring.alerts.which')}
            value={state}
            onChange={(value) => go({ state: value, alert: undefined })}
            options={[
              { value: 'open', label: t('monitoring.alerts.open') },
              { value: 'closed', label: t('monitoring.alerts.closed') },
            ]}
          />
        </>
      }
    >
      <div className="m-board">
        <Section flush>
          {list.error ? (
            <div className="m-pad">
              <ErrorState title={list.error.message} onRetry={() => void list.refetch()} />
            </div>
          ) : !list.data ? (
            <div className="m-pad">
              <ListSkeleton rows={6} />
            </div>
          ) : alerts.length === 0 ? (
            <Empty
              title={t(state === 'open' ? 'monitoring.alerts.none' : 'monitoring.alerts.noneClosed')}
              hint={t(state === 'open' ? 'monitoring.alerts.noneHint' : 'monitoring.alerts.noneClosedHint')}
            />
          ) : (
            <ul className="m-list">
              {alerts.map((alert) => (
                <AlertLine
                  key={alert.id}
                  alert={alert}
                  chosen={alert.id === chosen}
                  onOpen={() => go({ alert: alert.id })}
                />
              ))}
            </ul>
          )}
          {tooMany}
        </Section>
        {wide && chosen && <AlertPane key={chosen} alertId={chosen} />}
      </div>
      {!wide && (
        <Drawer
          open={chosen !== undefined}
          onClose={() => go({ alert: undefined })}
          size="large"
          title={t('monitoring.alert.title')}
          destroyOnHidden
        >
          {chosen && <AlertPane key={chosen} alertId={chosen} />}
        </Drawer>
      )}
    </Page>
  );
}
