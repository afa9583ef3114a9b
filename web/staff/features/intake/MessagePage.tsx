import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow } from '../../../kit/context.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { Page } from '../../../kit/Page.tsx';
import { Section } from '../../../kit/Section.tsx';
import { PageSkeleton } from '../../../kit/Skeletons.tsx';
import type { Reply } from '../../api/types.ts';
import { useApi } from '../../api/useApi.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { CorrectForm } from './CorrectForm.tsx';
import './intake.css';
import { MessageActions } from './MessageActions.tsx';
import { MessageTag } from './MessageTag.tsx';
import { Segments } from './Segments.tsx';

/** One message: what is wrong and where, its segments, and the ways to mend it. */
export default function MessagePage() {
  const { t } = useTranslation();
  const { messageId } = useParams({ strict: false }) as { messageId: string };
  const { data, error, refetch } = useApi('intake.openMessage', { params: { messageId } }, ['intake:all']);
  const [editing, setEditing] = useState(false);
  if (error)
    return (
      <Page title={t('intake.message.title')}>
        <ErrorState title={error.message} kept={t('intake.messages.kept')} onRetry={() => void refetch()} />
      </Page>
    );
  if (!data) return <PageSkeleton />;
  return (
    <Page
      title={data.type ?? t('intake.messages.noType')}
      above={
        <Link to="/intake" className="i-back">
          <Icon name="left" size={14} /> {t('intake.messages.title')}
        </Link>
      }
      summary={<Facts message={data} />}
      actions={!editing && <MessageActions message={data} onEdit={() => setEditing(true)} />}
    >
      {data.problem && data.state === 'quarantined' && <ProblemNote message={data} />}
      {editing ? (
        <Section title={t('intake.message.edit')} foot={t('intake.message.editRule')}>
          <CorrectForm message={data} onClose={() => setEditing(false)} />
        </Section>
      ) : (
        <>
          {data.originalText !== null && (
            <Section title={t('intake.message.beforeAfter')} foot={<CorrectedBy message={data} />}>
              <BeforeAfter before={data.originalText} after={data.text} />
            </Section>
          )}
          <Section title={t('intake.message.content')} flush foot={data.shown ? undefined : t('intake.message.hidden')}>
            {data.segments.length > 0 ? (
              <Segments segments={data.segments} broken={data.broken} />
            ) : (
              <pre className="i-raw" translate="no">
                {data.shown ? data.text : t('intake.message.hidden')}
              </pre>
            )}
          </Section>
        </>
      )}
    </Page>
  );
}

type Message = Reply<'intake.openMessage'>;

function Facts({ message }: { message: Message }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useHospitalNow();
  return (
    <span className="i-facts">
      <MessageTag state={message.state} corrected={message.corrected} />
      <span translate="no">{message.controlId ?? '–'}</span>
      <span translate="no">{message.feed}</span>
      <span>{t('intake.message.received', { at: formats.dateTime(message.receivedAt, now) })}</span>
      <span>{t('intake.message.size', { bytes: formats.number(message.bytes), charset: message.charset })}</span>
      {message.discardReason && <span>{t(`intake.discard.${message.discardReason}`)}</span>}
    </span>
  );
}

/** What is wrong, where, and what can be done: in that order. */
function ProblemNote({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { problem } = message;
  if (!problem) return null;
  return (
    <div className="i-note" role="status">
      <Icon name="info" size={22} />
      <div>
        <p className="i-note-title">
          {t(`intake.problem.${problem.code}`)}
          {problem.path && (
            <code className="i-path" translate="no">
              {problem.path}
            </code>
          )}
        </p>
        <p>{t(`intake.remedy.${problem.code}`)}</p>
      </div>
    </div>
  );
}

function CorrectedBy({ message }: { message: Message }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useHospitalNow();
  if (!message.correctedAt) return null;
  const at = formats.dateTime(message.correctedAt, now);
  return <>{t('intake.message.correctedBy', { name: message.correctedBy ?? '–', at })}</>;
}
