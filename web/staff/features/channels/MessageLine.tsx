import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow, useKit } from '../../../kit/context.tsx';
import type { IconName } from '../../../kit/Icon.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { StatusTag, type Tone } from '../../../kit/StatusTag.tsx';
import type { Reply } from '../../api/types.ts';

type Message = Reply<'channels.listMessages'>['items'][number];

const states: Record<Message['state'], { tone: Tone; icon: IconName }> = {
  waiting: { tone: 'note', icon: 'clock' },
  held: { tone: 'attention', icon: 'pause' },
  sent: { tone: 'good', icon: 'done' },
  read: { tone: 'good', icon: 'check' },
  cancelled: { tone: 'quiet', icon: 'close' },
  failed: { tone: 'attention', icon: 'offline' },
};
/** What a message may hang on, as far as it has a name of its own. */
const causes = ['task', 'alert', 'plan', 'call'];

/** One message; opened, it shows its text and every decision about it. */
export function MessageLine({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { language } = useKit();
  const formats = useFormats();
  const now = useHospitalNow();
  const { tone, icon } = states[message.state];
  const cause = causes.includes(message.because.kind) ? message.because.kind : 'other';
  const when = message.sentAt ?? message.nextAt ?? message.dueAt;
  return (
    <li>
      <details>
        <summary>
          <span className="ch-head">
            <strong>{message.title[language]}</strong>
            <StatusTag tone={tone} icon={icon}>
              {t(`channels.state.${message.state}`)}
            </StatusTag>
          </span>
          <span className="ch-facts">
            <span>{t(`channels.purpose.${message.purpose}`)}</span>
            <span>{t(`channels.because.${cause}`)}</span>
            <time dateTime={when}>{formats.dateTime(when, now)}</time>
            {message.reason && <span className="ch-reason">{message.reason[language]}</span>}
          </span>
          <Icon name="down" size={16} />
        </summary>
        <p className="ch-body">{message.body[language]}</p>
        <ol className="ch-history">
          {message.history.map((event) => (
            <li key={event.id}>
              <time dateTime={event.at}>{formats.dateTime(event.at, now)}</time>
              <span>
                {t(`channels.what.${event.what}`)}
                {event.until && t('channels.panel.until', { at: formats.dateTime(event.until, now) })}
                {event.reason && <small>{event.reason[language]}</small>}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}
