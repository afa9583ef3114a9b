import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow } from '../../../kit/context.tsx';
import { Empty } from '../../../kit/Empty.tsx';
import type { Reply } from '../../api/types.ts';
import { MessageTag } from './MessageTag.tsx';
import type { State } from './search.ts';

type Message = Reply<'intake.listMessages'>['items'][number];

/** The messages of one state, or what a search found. */
export function MessageList({
  messages,
  searched,
  state,
}: {
  messages: readonly Message[];
  searched: boolean;
  state: State;
}) {
  const { t } = useTranslation();
  if (messages.length === 0) {
    if (searched) return <Empty title={t('intake.messages.notFound')} hint={t('intake.messages.notFoundHint')} />;
    if (state === 'quarantined')
      return <Empty title={t('intake.messages.allClear')} hint={t('intake.messages.allClearHint')} />;
    return <Empty title={t('intake.messages.empty')} hint={t('intake.messages.emptyHint')} />;
  }
  return (
    <ul className="i-list">
      {messages.map((message) => (
        <Row key={message.id} message={message} told={!searched && state !== 'all'} />
      ))}
    </ul>
  );
}

function Row({ message, told }: { message: Message; told: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useHospitalNow();
  const { problem } = message;
  return (
    <li>
      <Link to={`/intake/messages/${message.id}`}>
        <span className="i-type" translate="no">
          {message.type ?? t('intake.messages.noType')}
        </span>
        <span className="i-what">
          {problem ? t(`intake.problem.${problem.code}`) : t(`intake.does.${meaningOf(message.type)}`)}
          {problem?.path && (
            <code className="i-path" translate="no">
              {problem.path}
            </code>
          )}
        </span>
        <span className="i-control" translate="no">
          {message.controlId ?? '–'}
        </span>
        <span className="i-feed" translate="no">
          {message.feed}
        </span>
        <time dateTime={message.receivedAt}>{formats.dateTime(message.receivedAt, now)}</time>
        <MessageTag state={message.state} corrected={message.corrected} told={told} />
      </Link>
    </li>
  );
}

const KNOWN = 'A01 A02 A03 A04 A05 A06 A07 A08 A11 A12 A13 A28 A31 A34 A40 O11'.split(' ');

/** The trigger as a key of the words; bundles and the rest speak for themselves. */
function meaningOf(type: string | null): string {
  const trigger = type?.split('^')[1] ?? '';
  if (type?.startsWith('Bundle')) return 'bundle';
  return KNOWN.includes(trigger) ? trigger : 'other';
}
