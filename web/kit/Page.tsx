import { type ReactNode, useEffect } from 'react';

interface PageProps {
  readonly title: string;
  /** One sentence or a few tags that say what matters on this page now. */
  readonly summary?: ReactNode;
  readonly actions?: ReactNode;
  /** A way back, or what this page belongs to. */
  readonly above?: ReactNode;
  /** `wide` fills the window (grids, two columns), `read` keeps lines short. */
  readonly width?: 'wide' | 'read';
  readonly children: ReactNode;
}

/** A page: title, one sentence, actions, content. Also names the browser's tab; never put a patient's name in `title`. */
export function Page({ title, summary, actions, above, width = 'wide', children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 归安`;
  }, [title]);
  return (
    <div className={`k-page k-${width}`}>
      <header className="k-page-head">
        <div>
          {above && <div className="k-above">{above}</div>}
          <h1>{title}</h1>
          {summary && <div className="k-summary">{summary}</div>}
        </div>
        {actions && <div className="k-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
