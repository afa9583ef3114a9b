import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow, useKit } from '../../../kit/context.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import type { Reply } from '../../api/types.ts';
import { PackDetail } from './PackDetail.tsx';

/** One version: name, number, whether it is in use, who signed it; opened, what stands in it. */
export function PackRow({ pack }: { pack: Reply<'content.listPacks'>['items'][number] }) {
  const { t } = useTranslation();
  const { language } = useKit();
  const formats = useFormats();
  const now = useHospitalNow();
  const [open, setOpen] = useState(false);
  const { signOff } = pack;
  return (
    <li className="ct-pack">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'down' : 'right'} size={16} />
        <span className="ct-name">
          <strong>{pack.title[language]}</strong>
          <small translate="no">
            {pack.slug} {pack.version}
          </small>
        </span>
        <span className="ct-tags">
          <StatusTag tone={pack.state === 'published' ? 'good' : 'quiet'}>{t(`content.state.${pack.state}`)}</StatusTag>
          <StatusTag tone={signOff.status === 'signed' ? 'good' : 'attention'}>
            {signOff.status === 'signed'
              ? t('content.sign.signed', { by: signOff.by ?? '', role: signOff.role ?? '', on: signOff.on ?? '' })
              : t('content.sign.unsigned')}
          </StatusTag>
          {pack.reviewOverdue && <StatusTag tone="attention">{t('content.sign.reviewOverdue')}</StatusTag>}
        </span>
        <span className="ct-when">
          {t('content.packs.imported', { at: formats.dateTime(pack.importedAt, now) })}
          <small>{t('content.packs.reviewOn', { on: pack.reviewDueOn })}</small>
        </span>
      </button>
      {open && <PackDetail packId={pack.id} />}
    </li>
  );
}
