import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly hint?: string;
  readonly action?: ReactNode;
  /** The whole page is this sentence: it is the page's heading. */
  readonly page?: boolean;
}

/** What a list says when nothing is there: a fact, what that means, and the next step if there is one. */
export function Empty({ title, hint, action, page = false }: Props) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className="k-empty">
      <svg width="96" height="56" viewBox="0 0 96 56" aria-hidden="true">
        <path d="M2 46c14-6 24-6 34 0s22 6 34 0 18-4 24-2" className="k-draw-line" />
        <path d="M30 38V24l14-10 14 10v14" className="k-draw-line" />
        <path d="M40 38v-9h8v9" className="k-draw-warm" />
      </svg>
      <Title className="k-empty-title">{title}</Title>
      {hint && <p>{hint}</p>}
      {action}
    </div>
  );
}
