import { useTranslation } from 'react-i18next';
import type { Reply } from '../../api/types.ts';
import { type State, states } from './search.ts';

/** Counts stop at a thousand on the server. */
const MOST = 1000;

interface Props {
  readonly counts: Reply<'intake.messageCounts'> | undefined;
  readonly current: State | null;
  onChoose(state: State): void;
}

/** How many messages are in each state; choosing one shows them. */
export function StateTabs({ counts, current, onChoose }: Props) {
  const { t } = useTranslation();
  const count = (state: State): string => {
    if (state === 'all') return '';
    const n = counts?.states[state];
    return n === undefined ? '–' : n > MOST ? `${MOST}+` : String(n);
  };
  return (
    <nav className="i-states" aria-label={t('intake.messages.states')}>
      {states.map((state) => (
        <button
          key={state}
          type="button"
          className={`i-state${current === state ? ' i-chosen' : ''}${state === 'quarantined' && counts?.states.quarantined ? ' i-waits' : ''}`}
          aria-pressed={current === state}
          onClick={() => onChoose(state)}
        >
          <strong>{count(state)}</strong>
          <span>{t(`intake.state.${state}`)}</span>
        </button>
      ))}
    </nav>
  );
}
