import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Page } from '../../../kit/Page.tsx';
import { PageSkeleton } from '../../../kit/Skeletons.tsx';
import { useApi } from '../../api/useApi.ts';
import './card.css';
import { JoinCode } from './JoinCard.tsx';

/** The care card on A5: whom to call and the code to join; no diagnosis, no phone of the patient. */
export default function CarePage() {
  const { t } = useTranslation();
  const { encounterId } = useParams({ strict: false }) as { encounterId: string };
  const { data, error, refetch } = useApi('encounters.readEncounter', { params: { encounterId } });
  if (error) return <ErrorState title={error.message} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { ward, joinCode, patient } = data;
  return (
    <Page
      title={t('ward.card.title')}
      width="read"
      above={<Link to="/ward">{t('ward.card.back')}</Link>}
      summary={t('ward.card.hint')}
      actions={
        <Button type="primary" onClick={() => window.print()}>
          {t('ward.card.print')}
        </Button>
      }
    >
      <article className="wc-card" aria-label={t('ward.card.title')}>
        <header>
          <span>{data.hospital}</span>
        </header>
        <h2>{t('ward.card.for', { address: patient.formOfAddress })}</h2>
        <section className="wc-code">
          <p>{t('ward.card.code')}</p>
          <JoinCode code={joinCode} />
          <small>{t('ward.card.codeHint')}</small>
        </section>
        <section className="wc-call">
          <p>{t('ward.card.call')}</p>
          {ward?.phone ? <strong translate="no">{ward.phone}</strong> : <em>{t('ward.card.noPhone')}</em>}
        </section>
        <section className="wc-danger">
          <p>{t('ward.card.danger')}</p>
          <strong>120</strong>
        </section>
        <footer>{t(ward?.phone ? 'ward.card.callUs' : 'ward.card.callUsNoPhone')}</footer>
      </article>
    </Page>
  );
}
