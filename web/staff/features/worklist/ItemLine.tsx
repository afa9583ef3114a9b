import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow, useKit } from '../../../kit/context.tsx';
import { HoursLeft } from '../../../kit/HoursLeft.tsx';
import { Icon, type IconName } from '../../../kit/Icon.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import type { Item, Kind } from './types.ts';

const ICONS: Record<Kind, IconName> = {
  call: 'phone',
  alert: 'alert',
  question: 'message',
  review: 'book',
  join: 'group',
  choice: 'help',
};

interface Props {
  readonly item: Item;
  readonly current: boolean;
  readonly picked: boolean;
  onChoose(): void;
  onPick(): void;
}

/** One thing owed: who, what, why, how long, and whose it is. */
export function ItemLine({ item, current, picked, onChoose, onPick }: Props) {
  const { t } = useTranslation();
  const { language } = useKit();
  const formats = useFormats();
  const now = useHospitalNow();
  const danger = item.urgency === 3;
  const about = [
    item.patient.sex === 'female' || item.patient.sex === 'male' ? t(`kit.person.${item.patient.sex}`) : null,
    item.patient.age === null ? null : t('kit.person.age', { age: item.patient.age }),
  ].filter(Boolean);
  return (
    <li id={`item-${item.id}`} className={picked ? 't-item t-picked' : 't-item'} data-testid={`item-${item.kind}`}>
      <Checkbox
        className="t-check"
        checked={picked}
        onChange={onPick}
        aria-label={t('worklist.item.pick', { name: item.patient.name })}
      />
      <button type="button" className="t-line" aria-current={current || undefined} onClick={onChoose}>
        <span className="t-line-top">
          <span className={danger ? 't-kind t-danger' : 't-kind'}>
            <Icon name={ICONS[item.kind]} size={16} />
          </span>
          <strong translate="no">{item.patient.name}</strong>
          <small>{about.join(' ')}</small>
          <span className="t-clock">
            {item.state === 'snoozed' && item.snoozedUntil ? (
              <StatusTag tone="quiet">
                {t('worklist.item.until', { time: formats.dateTime(item.snoozedUntil, now) })}
              </StatusTag>
            ) : danger ? (
              <StatusTag tone="danger" icon="alert">
                {t('worklist.item.now')}
              </StatusTag>
            ) : (
              <HoursLeft dueAt={item.dueAt} {...(item.windowFrom ? { opensAt: item.windowFrom } : {})} />
            )}
          </span>
        </span>
        <span className="t-line-title">{item.title[language]}</span>
        <span className="t-line-foot">
          <span className="t-reason">{item.reason[language]}</span>
          <span className="t-owner">
            {item.owner ? (
              <span translate="no">
                {item.takenAt ? item.owner.name : t('worklist.item.for', { name: item.owner.name })}
              </span>
            ) : (
              t('worklist.item.nobody')
            )}
            {item.level !== 'owner' && !item.takenAt && ` · ${t(`worklist.level.${item.level}`)}`}
          </span>
        </span>
      </button>
    </li>
  );
}
