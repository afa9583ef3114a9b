import { useTranslation } from 'react-i18next';

interface Props {
  readonly name: string;
  readonly sex?: 'female' | 'male' | 'other' | 'unknown' | null;
  readonly ageYears?: number | null;
  /** How to address them aloud (王阿姨), decided by the server from age and the patient's own wish. */
  readonly address?: string | null;
}

/** A patient's name as staff read it: 张桂兰 女 68 岁 · 称呼 桂兰阿姨. */
export function PersonName({ name, sex, ageYears, address }: Props) {
  const { t } = useTranslation();
  const about = [
    sex === 'female' || sex === 'male' ? t(`kit.person.${sex}`) : null,
    ageYears == null ? null : t('kit.person.age', { age: ageYears }),
  ].filter(Boolean);
  return (
    <span className="k-person">
      <strong translate="no">{name}</strong>
      {about.length > 0 && <span>{about.join(' ')}</span>}
      {address && <span className="k-address">{t('kit.person.address', { address })}</span>}
    </span>
  );
}
