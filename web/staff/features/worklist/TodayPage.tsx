import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { useKeys } from '../../../kit/useKeys.tsx';
import { useMedia } from '../../../kit/useMedia.ts';
import { useTooMany } from '../../../kit/useTooMany.tsx';
import { useApi } from '../../api/useApi.ts';
import { useMe } from '../../shell/session.ts';
import { useWard } from '../../shell/ward.tsx';
import { PersonDays } from '../calls/PersonDays.tsx';
import { BulkBar } from './BulkBar.tsx';
import { ItemLine } from './ItemLine.tsx';
import { ItemPane } from './ItemPane.tsx';
import { TodayEmpty } from './TodayEmpty.tsx';
import { TodayHead } from './TodayHead.tsx';
import './today.css';
import type { TodaySearch } from './types.ts';

// A closing dialog gives the focus back to a button that is gone by then; the line takes it after that.
const afterDialogMs = 350;

function focusLine(id: string): void {
  setTimeout(() => document.querySelector<HTMLElement>(`#item-${id} .t-line`)?.focus(), afterDialogMs);
}

/** The day's work: what is owed on the left, the work in the middle, the person on the right. Most pressing first. */
export default function TodayPage() {
  const { t } = useTranslation();
  const { ward } = useWard();
  const me = useMe();
  const search = useSearch({ strict: false }) as TodaySearch;
  const { show = 'ward', kind } = search;
  const navigate = useNavigate();
  const two = useMedia('(min-width: 1000px)');
  const three = useMedia('(min-width: 1400px)');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState('');
  const topics = [...(ward ? [`ward:${ward.id}`] : []), `me:${me.staff.id}`];
  const list = useApi(
    'worklist.listItems',
    {
      query: {
        limit: 100,
        ...(ward ? { wardId: ward.id } : {}),
        ...(kind ? { kind } : {}),
        ...(show === 'me' ? { mine: 'true' as const } : {}),
        ...(show === 'snoozed' ? { state: 'snoozed' as const } : {}),
      },
    },
    topics,
  );
  const all = list.data?.items ?? [];
  const words = typed.trim();
  const items = words === '' ? all : all.filter((item) => item.patient.name.includes(words));
  const tooMany = useTooMany(all.length, list.data?.next != null);
  const at = items.findIndex(({ id }) => id === search.item);
  // The chosen one stays open after it has left the list (a finished call shows what became of it).
  const chosen = search.item ?? (two ? items[0]?.id : undefined);
  const go = (change: TodaySearch) =>
    void navigate({ to: '/', search: { ...search, ...change } as never, replace: true });
  const choose = (id: string) => go({ item: id });
  const step = (by: number) => {
    const from = at < 0 ? (two ? 0 : by > 0 ? -1 : 0) : at;
    const next = items[Math.max(0, Math.min(items.length - 1, from + by))];
    if (!next) return;
    choose(next.id);
    document.getElementById(`item-${next.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  // After one thing comes the next: it opens, and the keys go on from its place in the list.
  const goOn = () => {
    const done = items.findIndex(({ id }) => id === chosen);
    const next = items[done + 1] ?? items[done - 1];
    go({ item: two ? next?.id : undefined } as TodaySearch);
    if (next) focusLine(next.id);
  };
  useKeys({
    j: { label: t('worklist.keys.next'), run: () => step(1) },
    k: { label: t('worklist.keys.before'), run: () => step(-1) },
    enter: {
      label: t('worklist.keys.start'),
      run: () => document.querySelector<HTMLElement>('[data-testid=dial]')?.click(),
    },
    '/': { label: t('worklist.keys.filter'), run: () => document.getElementById('today-filter')?.focus() },
  });
  const shown = items.find(({ id }) => id === chosen);
  const single = !two && search.item !== undefined;
  return (
    <div className={`t-board${single ? ' t-single' : ''}`}>
      {!single && (
        <section className="t-list" aria-label={t('worklist.today.list')}>
          <TodayHead
            wardId={ward?.id ?? null}
            search={search}
            typed={typed}
            onType={setTyped}
            onGo={(change) => {
              setPicked(new Set());
              go({ ...change, item: undefined } as TodaySearch);
            }}
          />
          {picked.size > 0 && (
            <BulkBar items={all.filter(({ id }) => picked.has(id))} onDone={() => setPicked(new Set())} />
          )}
          <div className="t-scroll">
            {list.error && !list.data ? (
              <ErrorState title={list.error.message} onRetry={() => void list.refetch()} />
            ) : !list.data ? (
              <div className="t-pad">
                <ListSkeleton rows={9} />
              </div>
            ) : items.length === 0 ? (
              <TodayEmpty show={show} filtered={words !== '' || kind !== undefined} />
            ) : (
              <ul className="t-items" data-testid="today-list">
                {items.map((item) => (
                  <ItemLine
                    key={item.id}
                    item={item}
                    current={item.id === chosen}
                    picked={picked.has(item.id)}
                    onChoose={() => choose(item.id)}
                    onPick={() => {
                      const next = new Set(picked);
                      if (!next.delete(item.id)) next.add(item.id);
                      setPicked(next);
                    }}
                  />
                ))}
              </ul>
            )}
            {tooMany}
          </div>
        </section>
      )}
      {(two || single) && (
        <section className="t-work" aria-label={t('worklist.today.work')}>
          {single && (
            <Button
              type="text"
              icon={<Icon name="left" size={16} />}
              onClick={() => go({ item: undefined } as TodaySearch)}
            >
              {t('worklist.today.back')}
            </Button>
          )}
          {chosen ? (
            <ItemPane key={chosen} itemId={chosen} onDone={goOn} />
          ) : (
            list.data && items.length === 0 && <TodayEmpty show={show} filtered={false} quiet />
          )}
        </section>
      )}
      {three && shown && (
        <section className="t-days">
          <PersonDays patientId={shown.patient.id} encounterId={shown.encounterId} />
        </section>
      )}
    </div>
  );
}
