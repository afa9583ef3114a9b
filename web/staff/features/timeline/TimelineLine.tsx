import { Link } from '@tanstack/react-router';
import { useFormats, useKit } from '../../../kit/context.tsx';
import { Icon, type IconName } from '../../../kit/Icon.tsx';
import type { Reply } from '../../api/types.ts';
import { useMay } from '../../shell/session.ts';

type Line = Reply<'timeline.readTimeline'>['items'][number];

const signs: Record<Line['topic'], IconName> = {
  person: 'person',
  stay: 'ward',
  consent: 'check',
  plan: 'book',
  message: 'message',
  call: 'phone',
  reading: 'chart',
  alert: 'alert',
  work: 'today',
};

/** Where the thing behind a line is opened, by kind, and what that takes. */
const pages: Readonly<Record<string, { readonly path: (id: string) => string; readonly permission: string }>> = {
  alert: { path: (id) => `/alerts/${id}`, permission: 'monitoring.read' },
  call: { path: (id) => `/calls/${id}`, permission: 'calls.read' },
};

/** One line: when, what, and what is to be known about it. */
export function TimelineLine({ line }: { line: Line }) {
  const { language } = useKit();
  const formats = useFormats();
  const page = line.ref ? pages[line.ref.kind] : undefined;
  const may = useMay(page?.permission ?? '');
  const title = line.title[language];
  return (
    <li className={`tl-line tl-${line.tone}`}>
      <time dateTime={line.at}>{formats.time(line.at)}</time>
      <span className="tl-sign">
        <Icon name={signs[line.topic]} size={16} />
      </span>
      <div>
        <p className="tl-title">{page && may && line.ref ? <Link to={page.path(line.ref.id)}>{title}</Link> : title}</p>
        {line.detail && <p className="tl-detail">{line.detail[language]}</p>}
      </div>
    </li>
  );
}
