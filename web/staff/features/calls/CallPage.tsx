import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../kit/Icon.tsx';
import { Page } from '../../../kit/Page.tsx';
import { useMedia } from '../../../kit/useMedia.ts';
import { useApi } from '../../api/useApi.ts';
import './calls.css';
import { CallWork } from './CallWork.tsx';
import { PersonDays } from './PersonDays.tsx';

/** One call on a page of its own: for a link, a phone in the hand, or paper. */
export default function CallPage() {
  const { t } = useTranslation();
  const { callId } = useParams({ strict: false }) as { callId: string };
  const navigate = useNavigate();
  const roomy = useMedia('(min-width: 1100px)');
  const read = useApi('calls.callOf', { params: { callId } });
  return (
    <Page
      title={t('calls.page.title')}
      above={
        <Link to="/" className="c-link">
          <Icon name="left" size={14} /> {t('calls.page.back')}
        </Link>
      }
    >
      <div className="c-page">
        <section className="k-card c-card">
          <CallWork callId={callId} onDone={() => void navigate({ to: '/' })} />
        </section>
        {roomy && read.data && <PersonDays patientId={read.data.patientId} encounterId={read.data.encounterId} />}
      </div>
    </Page>
  );
}
