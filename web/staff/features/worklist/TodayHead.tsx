import { Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../kit/Icon.tsx';
import { KeyHint } from '../../../kit/KeyHint.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import { useApi } from '../../api/useApi.ts';
import { useMe } from '../../shell/session.ts';
import type { Kind, TodaySearch } from './types.ts';

const KINDS: readonly Kind[] = ['alert', 'call', 'question', 'review', 'choice', 'join'];

interface Props {
  readonly wardId: string | null;
  readonly search: TodaySearch;
  readonly typed: string;
  onType(text: string): void;
  onGo(change: TodaySearch): void;
}

/** How much there is, and which part of it is shown. */
export function TodayHead({ wardId, search, typed, onType, onGo }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const topics = [...(wardId ? [`ward:${wardId}`] : []), `me:${me.staff.id}`];
  const { data } = useApi('worklist.countItems', { query: wardId ? { wardId } : {} }, topics);
  const count = (n: number | undefined) => (n === undefined ? '' : n > 1000 ? ' 1000+' : ` ${n}`);
  return (
    <header className="t-head">
      <div className="t-title">
        <h1>{t('worklist.today.title')}</h1>
        {data && (
          <span data-testid="today-counts">
            {t('worklist.today.open', { n: data.open > 1000 ? '1000+' : data.open })}
            {data.overdue > 0 && (
              <StatusTag tone="attention">{t('worklist.today.overdue', { n: data.overdue })}</StatusTag>
            )}
          </span>
        )}
      </div>
      <Segmented<NonNullable<TodaySearch['show']>>
        block
        value={search.show ?? 'ward'}
        onChange={(show) => onGo({ show })}
        options={[
          { value: 'ward', label: t('worklist.show.ward') },
          { value: 'me', label: `${t('worklist.show.me')}${count(data?.mine)}` },
          { value: 'snoozed', label: `${t('worklist.show.snoozed')}${data?.snoozed ? count(data.snoozed) : ''}` },
        ]}
      />
      <fieldset className="t-kinds" aria-label={t('worklist.kind.filter')}>
        {KINDS.filter((kind) => (data?.byKind[kind] ?? 0) > 0 || search.kind === kind).map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={search.kind === kind}
            onClick={() => onGo({ kind: search.kind === kind ? undefined : kind } as TodaySearch)}
          >
            {t(`worklist.kind.${kind}`)}
            {count(data?.byKind[kind])}
          </button>
        ))}
      </fieldset>
      <Input
        id="today-filter"
        value={typed}
        allowClear
        prefix={<Icon name="search" size={14} />}
        placeholder={t('worklist.today.filter')}
        aria-label={t('worklist.today.filter')}
        suffix={<KeyHint keys="/" />}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
    </header>
  );
}
