import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../kit/Icon.tsx';
import { PinForm } from './PinForm.tsx';
import { enter } from './session.ts';

/** Change of user over the page as it stands; nothing on it is closed or lost. */
export function SwitchUser({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => sheet.current?.showModal(), []);
  return (
    <dialog ref={sheet} className="k-sheet s-switch" aria-labelledby="switch-title" onClose={onClose}>
      <div className="k-sheet-head">
        <h2 id="switch-title">{t('identity.switch.title')}</h2>
        <button
          type="button"
          className="k-plain"
          aria-label={t('identity.switch.close')}
          onClick={() => sheet.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <p className="k-summary">{t('identity.switch.kept')}</p>
      <PinForm
        staffNo=""
        action={t('identity.switch.go')}
        onDone={(me) => {
          enter(me);
          sheet.current?.close();
        }}
      />
    </dialog>
  );
}
