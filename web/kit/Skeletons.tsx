import { useTranslation } from 'react-i18next';

/** Grey lines in the place of a list while it loads. */
export function ListSkeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className="k-skeleton" role="status" aria-label={t('kit.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        // The rows are alike and never move, so their place is their key.
        <div key={row} style={{ width: `${92 - ((row * 17) % 38)}%` }} />
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
