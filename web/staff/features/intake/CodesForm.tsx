import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../kit/Icon.tsx';
import type { Reply } from '../../api/types.ts';
import { useSend } from '../../api/useApi.ts';

type Feed = Reply<'intake.listFeeds'>[number];
type Meaning = Feed['dispositionCodes'][string];
const meanings: readonly Meaning[] = ['home', 'transferred', 'against-advice', 'dying-at-home', 'died', 'other'];

interface Line {
  readonly key: number;
  readonly code: string;
  readonly meaning: Meaning | undefined;
}

/** What the discharge codes of a feed mean. Nothing is guessed: a code without a meaning keeps its message waiting. */
export function CodesForm({ feed, onClose }: { feed: Feed; onClose(): void }) {
  const { t } = useTranslation();
  const [lines, setLines] = useState<readonly Line[]>(() =>
    [...Object.entries(feed.dispositionCodes), ['', undefined] as const].map(([code, meaning], key) => ({
      key,
      code,
      meaning,
    })),
  );
  const save = useSend('intake.putDispositionCodes', { changes: ['intake.listFeeds'], onDone: onClose });
  const change = (key: number, next: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...next } : line)));
  const filled = lines.flatMap(({ code, meaning }) =>
    code.trim() && meaning ? [[code.trim(), meaning] as const] : [],
  );
  const half = lines.some(({ code, meaning }) => (code.trim() === '') !== (meaning === undefined));
  return (
    <Modal
      open
      title={t('intake.feeds.codesOf', { name: feed.name })}
      okText={t('intake.feeds.save')}
      cancelText={t('intake.message.cancel')}
      okButtonProps={{ disabled: half, loading: save.isPending }}
      onOk={() => save.mutate({ params: { feedId: feed.id }, body: { codes: Object.fromEntries(filled) } })}
      onCancel={onClose}
    >
      <p className="i-hint">{t('intake.feeds.codesHint')}</p>
      <div className="i-codes">
        {lines.map((line) => (
          <div key={line.key}>
            <Input
              value={line.code}
              maxLength={20}
              aria-label={t('intake.feeds.code')}
              placeholder={t('intake.feeds.code')}
              onChange={(event) => change(line.key, { code: event.target.value })}
            />
            <Select
              value={line.meaning ?? null}
              allowClear
              aria-label={t('intake.feeds.meaning')}
              placeholder={t('intake.feeds.meaning')}
              options={meanings.map((value) => ({ value, label: t(`intake.disposition.${value}`) }))}
              onChange={(meaning) => change(line.key, { meaning: meaning ?? undefined })}
            />
          </div>
        ))}
      </div>
      <Button
        icon={<Icon name="plus" size={16} />}
        onClick={() => setLines([...lines, { key: lines.length, code: '', meaning: undefined }])}
      >
        {t('intake.feeds.addCode')}
      </Button>
    </Modal>
  );
}
