import { useTranslation } from 'react-i18next';
import { Icon } from '../../../kit/Icon.tsx';
import { channelLines, toggleLine, toldOf } from './channel-lines.ts';
import type { QuestionOf, Value } from './types.ts';

interface Props {
  readonly question: QuestionOf<'channels'>;
  readonly value: Value | undefined;
  readonly readOnly: boolean;
  onGive(value: Value, atOnce: boolean): void;
}

/** Whom to ring when it is urgent: read out, ticked one by one. The call cannot end without them. */
export function ChannelsAnswer({ question, value, readOnly, onGive }: Props) {
  const { t } = useTranslation();
  const told = toldOf(value);
  return (
    <ul className="c-channels">
      {channelLines(question.channels).map((line, index) => {
        const ticked = line.keys.every((key) => told.includes(key));
        return (
          <li key={line.keys.join()}>
            <button
              type="button"
              aria-pressed={ticked}
              className="c-tick"
              disabled={readOnly}
              onClick={() => onGive(toggleLine(line, told), true)}
            >
              <span className="c-box">{ticked && <Icon name="check" size={14} />}</span>
              <span className="c-key" aria-hidden="true">
                {index + 1}
              </span>
              <span>{t(line.keys.length > 1 ? 'calls.channel.both' : `calls.channel.${line.keys[0]}`)}</span>
              <strong>{line.phone ?? t('calls.channel.none')}</strong>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
