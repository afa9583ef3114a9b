import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../contract/identity.ts';
import { useFormats, useHospitalNow } from '../../kit/context.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { PinForm } from './PinForm.tsx';
import { enter, signOut, useMaybeMe } from './session.ts';

/** Covers everything, keeps everything: work goes on where it stopped, for the same person or the next. */
export function LockScreen({ onUnlocked }: { onUnlocked?: () => void }) {
  const { t } = useTranslation();
  const me = useMaybeMe();
  const now = useHospitalNow(1);
  const formats = useFormats();
  const cover = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = cover.current;
    // Escape would close a dialog on its second press; the lock comes straight back.
    const stay = () => dialog?.isConnected && dialog.showModal();
    dialog?.showModal();
    dialog?.addEventListener('close', stay);
    return () => dialog?.removeEventListener('close', stay);
  }, []);
  const done = (next: Me) => {
    enter(next);
    onUnlocked?.();
  };
  // A full load: whatever the session was, nothing of it stays in memory.
  const leave = () => window.location.assign('/login');
  return (
    <dialog ref={cover} className="s-lock" aria-labelledby="lock-title" onCancel={(event) => event.preventDefault()}>
      <div className="s-lock-inner">
        <p className="s-lock-clock" aria-hidden="true">
          {formats.time(now)}
        </p>
        <p className="s-lock-day">
          {formats.day(now)}
          {me && ` · ${me.hospital.name}`}
        </p>
        <div className="k-card s-lock-card">
          <h1 id="lock-title">
            <Icon name="lock" size={20} /> {t('identity.lock.title')}
          </h1>
          <p className="k-summary">{t('identity.lock.kept')}</p>
          <PinForm staffNo={me?.staff.staffNo ?? ''} action={t('identity.lock.unlock')} onDone={done} />
          <Button type="link" onClick={() => void signOut(leave).catch(leave)}>
            {t('identity.lock.leave')}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
