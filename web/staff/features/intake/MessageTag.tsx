import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../../kit/StatusTag.tsx';
import type { Reply } from '../../api/types.ts';

const tones: Record<Reply<'intake.openMessage'>['state'], Tone> = {
  quarantined: 'attention',
  received: 'calm',
  processed: 'good',
  ignored: 'quiet',
  discarded: 'quiet',
};

/** The state of a message, unless everything on the page is in it; a corrected one says so. */
export function MessageTag({
  state,
  corrected,
  told = false,
}: {
  state: keyof typeof tones;
  corrected: boolean;
  told?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <span className="i-tags">
      {corrected && (
        <StatusTag tone="note" icon="check">
          {t('intake.messages.corrected')}
        </StatusTag>
      )}
      {!told && (
        <StatusTag tone={tones[state]} {...(state === 'quarantined' ? { icon: 'info' as const } : {})}>
          {t(`intake.state.${state}`)}
        </StatusTag>
      )}
    </span>
  );
}
