import { useTranslation } from 'react-i18next';
import { useMe } from '../../shell/session.ts';
import './card.css';

/** A join code as it is read aloud and typed: two groups of four. */
export function JoinCode({ code }: { code: string }) {
  return (
    <strong translate="no">
      {code.slice(0, 4)}
      <i /> {code.slice(4)}
    </strong>
  );
}

/** What the desk hands over on paper: hospital, surname, code; seen only by the printer. */
export function JoinCard({ name, code }: { name: string; code: string }) {
  const { t } = useTranslation();
  const { hospital } = useMe();
  return (
    <article className="wc-card d-paper" aria-hidden="true">
      <header>
        <span>{hospital.name}</span>
      </header>
      <h2 translate="no">{name}</h2>
      <section className="wc-code">
        <p>{t('ward.desk.card')}</p>
        <JoinCode code={code} />
        <small>{t('ward.card.codeHint')}</small>
      </section>
      <section className="wc-danger">
        <p>{t('ward.card.danger')}</p>
        <strong>120</strong>
      </section>
    </article>
  );
}
