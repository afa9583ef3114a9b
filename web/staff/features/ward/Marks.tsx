import { useTranslation } from 'react-i18next';
import { Icon } from '../../../kit/Icon.tsx';
import { marksOf, type Preparation } from './marks.ts';

/** Four words, each ticked or open. */
export function Marks({ preparation }: { preparation: Preparation }) {
  const { t } = useTranslation();
  return (
    <ul className="w-marks">
      {marksOf(preparation).map(({ key, done }) => {
        const what = t(`ward.mark.${key}`);
        return (
          <li
            key={key}
            className={done ? 'w-done' : 'w-open'}
            title={t(done ? 'ward.mark.done' : 'ward.mark.open', { what })}
          >
            {done ? <Icon name="check" size={14} /> : <span className="w-ring" aria-hidden="true" />}
            {what}
            <span className="k-hidden">{t(done ? 'ward.mark.done' : 'ward.mark.open', { what })}</span>
          </li>
        );
      })}
    </ul>
  );
}
