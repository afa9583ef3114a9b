import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title?: string;
  readonly extra?: ReactNode;
  /** Small print under the content: definition, n, period. */
  readonly foot?: ReactNode;
  /** `flush` lets a list or table touch the edges. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A card with its heading; a landmark for screen readers when it has a title. */
export function Section({ title, extra, foot, flush, children }: SectionProps) {
  const id = useId();
  return (
    <section className={flush ? 'k-card k-flush' : 'k-card'} aria-labelledby={title ? id : undefined}>
      {title && (
        <header>
          <h2 id={id}>{title}</h2>
          {extra && <div className="k-actions">{extra}</div>}
        </header>
      )}
      <div className="k-card-body">{children}</div>
      {foot && <footer>{foot}</footer>}
    </section>
  );
}
