import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { civilDate } from '../../../kit/civil.ts';
import { useHospitalNow, useKit } from '../../../kit/context.tsx';
import { Empty } from '../../../kit/Empty.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { KeyHint } from '../../../kit/KeyHint.tsx';
import { Page } from '../../../kit/Page.tsx';
import { useKeys } from '../../../kit/useKeys.tsx';
import { useMay } from '../../shell/session.ts';
import { useWard } from '../../shell/ward.tsx';
import { UnplannedNote } from '../careplans/UnplannedNote.tsx';
import { DischargedList } from './DischargedList.tsx';
import { HandEntryForm } from './HandEntryForm.tsx';
import { InHouseList } from './InHouseList.tsx';
import { isReady } from './marks.ts';
import { PrepareDrawer } from './PrepareDrawer.tsx';
import { useStays } from './useStays.ts';
import './ward.css';

/** Who is in the ward of the header and what is prepared for their leaving; who has left. */
export default function WardPage() {
  const { t } = useTranslation();
  const { ward } = useWard();
  const { timeZone } = useKit();
  const today = civilDate(useHospitalNow(), timeZone);
  const { view } = useSearch({ strict: false }) as { view?: string };
  const navigate = useNavigate();
  const mayEnter = useMay('encounters.write');
  const [entering, setEntering] = useState(false);
  const [preparing, setPreparing] = useState<string | null>(null);
  const inHouse = useStays('encounters.listInHouse', ward?.id ?? null);
  const gone = view === 'gone';
  const show = (next: string) => void navigate({ to: '/ward', search: { view: next }, replace: true });
  useKeys({
    i: { label: t('ward.in'), run: () => show('in') },
    o: { label: t('ward.gone'), run: () => show('gone') },
    ...(mayEnter ? { n: { label: t('ward.enter'), run: () => setEntering(true) } } : {}),
  });
  if (!ward) return <Empty title={t('ward.none')} hint={t('ward.noneHint')} />;
  const leaving =
    inHouse.items?.filter((stay) => stay.expectedDischargeOn !== null && stay.expectedDischargeOn <= today) ?? [];
  const counts = {
    n: inHouse.items?.length ?? 0,
    today: leaving.length,
    open: leaving.filter((stay) => !isReady(stay.preparation)).length,
  };
  return (
    <Page
      title={t('ward.title')}
      above={ward.name}
      summary={inHouse.items ? t(inHouse.hasNextPage ? 'ward.summaryMore' : 'ward.summary', counts) : undefined}
      actions={
        <>
          <Segmented
            aria-label={t('ward.views')}
            value={gone ? 'gone' : 'in'}
            onChange={show}
            options={[
              { value: 'in', label: t('ward.in') },
              { value: 'gone', label: t('ward.gone') },
            ]}
          />
          {mayEnter && (
            <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setEntering(true)}>
              {t('ward.enter')}
            </Button>
          )}
          {mayEnter && <KeyHint keys={['n']} label="" />}
        </>
      }
    >
      {gone ? (
        <>
          <UnplannedNote wardId={ward.id} />
          <DischargedList wardId={ward.id} />
        </>
      ) : (
        <InHouseList read={inHouse} today={today} onPrepare={setPreparing} />
      )}
      {entering && <HandEntryForm wardId={ward.id} onClose={() => setEntering(false)} />}
      {preparing && <PrepareDrawer encounterId={preparing} onClose={() => setPreparing(null)} />}
    </Page>
  );
}
