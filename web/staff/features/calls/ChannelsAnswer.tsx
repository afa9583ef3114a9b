import { useTranslation } from 'react-i18next';
import { Icon } from '../../../kit/Icon.tsx';
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
  const told = value?.kind === 'channels' ? value.told : [];
  return (
    <ul className="c-channels">
      {question.channels.map(({ key, phone }, index) => (
        <li key={key}>
          <button
            type="button"
            aria-pressed={told.includes(key)}
            className="c-tick"
            disabled={readOnly}
            onClick={() =>
              onGive(
                { kind: 'channels', told: told.includes(key) ? told.filter((one) => one !== key) : [...told, key] },
                true,
              )
            }
          >
            <span className="c-box">{told.includes(key) && <Icon name="check" size={14} />}</span>
            <span className="c-key" aria-hidden="true">
              {index + 1}
            </span>
            <span>{t(`calls.channel.${key}`)}</span>
            <strong>{phone ?? t('calls.channel.none')}</strong>
          </button>
        </li>
      ))}
    </ul>
  );
}
