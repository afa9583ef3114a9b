import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../kit/Icon.tsx';
import { useStreamState } from '../api/live.ts';

// A short break heals by itself; a banner that flickers teaches people to overlook it.
const patienceMs = 3000;

/** Says that what is on the screen may be old, and that it is being mended. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const lost = useStreamState() === 'lost';
  const online = useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed);
      window.addEventListener('offline', changed);
      return () => {
        window.removeEventListener('online', changed);
        window.removeEventListener('offline', changed);
      };
    },
    () => navigator.onLine,
  );
  const broken = lost || !online;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(broken), broken ? patienceMs : 0);
    return () => clearTimeout(timer);
  }, [broken]);
  return (
    <div role="status" aria-live="polite">
      {shown && (
        <p className="s-banner">
          <Icon name="offline" />
          <span>
            <strong>{t('shell.offline.title')}</strong> {t('shell.offline.hint')}
          </span>
        </p>
      )}
    </div>
  );
}
