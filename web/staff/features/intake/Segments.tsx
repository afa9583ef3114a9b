import { useTranslation } from 'react-i18next';
import type { Reply } from '../../api/types.ts';

type Message = Reply<'intake.openMessage'>;

/** The segments as a table of numbered fields; empty ones are left out, save the one the problem speaks of. */
export function Segments({ segments, broken }: Pick<Message, 'segments' | 'broken'>) {
  const { t } = useTranslation();
  return (
    <ol className="i-segments">
      {segments.map((segment) => {
        const here = broken?.segment === segment.name && broken.occurrence === segment.occurrence;
        const at = here ? broken.field : null;
        const filled = segment.fields.filter(({ number, text }) => text !== '' || number === at);
        const fields =
          at !== null && !filled.some(({ number }) => number === at) ? [...filled, { number: at, text: '' }] : filled;
        return (
          <li key={`${segment.name}${segment.occurrence}`} className={here ? 'i-here' : undefined}>
            <strong translate="no">{segment.name}</strong>
            <dl>
              {fields.map(({ number, text }) => (
                <div key={number} className={number === at ? 'i-broken' : undefined}>
                  <dt translate="no">{number}</dt>
                  <dd translate="no">{text === '' ? t('intake.message.emptyField') : text}</dd>
                </div>
              ))}
            </dl>
          </li>
        );
      })}
    </ol>
  );
}
