import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats, useHospitalNow } from '../../kit/context.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { useKeyHelp } from '../../kit/useKeys.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { useMe } from './session.ts';
import { useWard } from './ward.tsx';

/** Which hospital, which ward, what time it is there, who is working. */
export function Header() {
  const { t } = useTranslation();
  const { hospital } = useMe();
  const { ward, wards, choose } = useWard();
  const help = useKeyHelp();
  return (
    <header className="s-header">
      <Link className="s-brand" to="/" aria-label={t('shell.header.home')}>
        <img src="/lamp.svg" alt="" width="28" height="28" />
        <span>归安</span>
      </Link>
      <span className="s-hospital" translate="no">
        {hospital.name}
      </span>
      {ward && (
        <Select
          className="s-ward"
          variant="filled"
          value={ward.id}
          onChange={choose}
          aria-label={t('shell.header.ward')}
          options={wards.map(({ id, name }) => ({ value: id, label: name }))}
          popupMatchSelectWidth={false}
        />
      )}
      <span className="s-gap" />
      <Clock />
      <button
        type="button"
        className="k-plain s-help"
        aria-label={t('shell.header.keys')}
        title={t('shell.header.keys')}
        onClick={help}
      >
        <Icon name="help" size={20} />
      </button>
      <PersonMenu />
    </header>
  );
}

function Clock() {
  const { t } = useTranslation();
  const now = useHospitalNow(1);
  const formats = useFormats();
  return (
    <span className="s-clock" role="timer" aria-live="off" aria-label={t('shell.header.clock')}>
      <span className="s-clock-day">{formats.day(now)}</span> <strong>{formats.time(now)}</strong>
    </span>
  );
}
