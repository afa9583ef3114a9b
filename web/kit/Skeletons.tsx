import { useTranslation } from 'react-i18next';

// Uneven, as lines of text are.
const widths = [92, 75, 84, 66, 88, 71, 80, 62, 90, 69];

/** Grey lines in the place of a list while it loads. */
export function ListSkeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className="k-skeleton" role="status" aria-label={t('kit.loading')}>
      {widths.slice(0, rows).map((width) => (
        <div key={width} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

/** A title and a card in the place of a page while it loads. */
export function PageSkeleton() {
  return (
    <div className="k-page k-wide">
      <div className="k-skeleton-title" />
      <div className="k-card">
        <ListSkeleton />
      </div>
    </div>
  );
}
