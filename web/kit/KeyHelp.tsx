import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';
import { type KeyMap, keyCaps } from './keys.ts';

interface Props {
  readonly map: KeyMap;
  readonly enabled: boolean;
  onToggle(on: boolean): void;
  onClose(): void;
}

/** The sheet of all shortcuts of the page as it stands, with the switch that turns them off. */
export function KeyHelp({ map, enabled, onToggle, onClose }: Props) {
  const { t } = useTranslation();
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => sheet.current?.showModal(), []);
  return (
    <dialog ref={sheet} className="k-sheet" onClose={onClose} aria-labelledby="k-keys-title">
      <div className="k-sheet-head">
        <h2 id="k-keys-title">{t('kit.keys.title')}</h2>
        <button
          type="button"
          className="k-plain"
          aria-label={t('kit.keys.close')}
          onClick={() => sheet.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <dl className="k-keys">
        {Object.entries({ ...map, '?': { label: t('kit.keys.help') } }).map(([binding, { label }]) => (
          <div key={binding}>
            <dt>
              {keyCaps(binding).map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <label className="k-check">
        <input type="checkbox" checked={enabled} onChange={(event) => onToggle(event.target.checked)} />
        {t('kit.keys.enabled')}
      </label>
    </dialog>
  );
}
