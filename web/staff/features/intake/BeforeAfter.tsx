import { useTranslation } from 'react-i18next';
import { changedLines } from './line-of.ts';

/** The lines a correction changed, the original above. */
export function BeforeAfter({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation();
  return (
    <ol className="i-diff">
      {changedLines(before, after).map((line) => (
        <li key={line.number}>
          {line.before !== null && (
            <p className="i-old">
              <span>{t('intake.message.before')}</span>
              <code translate="no">{line.before}</code>
            </p>
          )}
          {line.after !== null && (
            <p className="i-new">
              <span>{t('intake.message.after')}</span>
              <code translate="no">{line.after}</code>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
