import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../kit/Icon.tsx';
import { useKeys } from '../../kit/useKeys.tsx';
import { narrowQuery, useMedia } from '../../kit/useMedia.ts';
import { isCurrent, type NavEntry, useNav } from './nav.ts';

// Five signs fit under a thumb; with more, the fifth opens the rest.
const places = 5;

/** The pages a person may open: at the left, or at the bottom on a phone. `g 1` … `g 9` go there. */
export function Nav() {
  const { t } = useTranslation();
  const entries = useNav();
  const narrow = useMedia(narrowQuery);
  const navigate = useNavigate();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  useKeys(
    Object.fromEntries(
      entries
        .slice(0, 9)
        .map(({ path, nav }, index) => [
          `g ${index + 1}`,
          { label: t('shell.nav.go', { page: t(nav.labelKey) }), run: () => void navigate({ to: path }) },
        ]),
    ),
  );
  const folded = narrow && entries.length > places;
  const shown = folded ? entries.slice(0, places - 1) : entries;
  const rest = folded ? entries.slice(places - 1) : [];
  return (
    <nav className="s-nav" aria-label={t('shell.nav.label')}>
      <ul>
        {shown.map((entry) => (
          <li key={entry.path}>
            <Entry entry={entry} current={isCurrent(entry.path, pathname)} />
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <Dropdown
              trigger={['click']}
              placement="topRight"
              menu={{
                items: rest.map(({ path, nav }) => ({
                  key: path,
                  icon: <Icon name={nav.icon} />,
                  label: t(nav.labelKey),
                  onClick: () => void navigate({ to: path }),
                })),
              }}
            >
              <button type="button" className="s-entry" aria-haspopup="menu">
                <Icon name="more" size={22} />
                <span>{t('shell.nav.more')}</span>
              </button>
            </Dropdown>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Entry({ entry: { path, nav }, current }: { entry: NavEntry; current: boolean }) {
  const { t } = useTranslation();
  return (
    <Link to={path} className={current ? 's-entry s-current' : 's-entry'} aria-current={current ? 'page' : undefined}>
      <Icon name={nav.icon} size={20} />
      <span>{t(nav.labelKey)}</span>
    </Link>
  );
}
