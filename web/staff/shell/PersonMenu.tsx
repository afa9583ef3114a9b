import { useNavigate } from '@tanstack/react-router';
import { App, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../kit/Icon.tsx';
import { chooseLanguage } from '../../kit/i18n.ts';
import { useKeys } from '../../kit/useKeys.tsx';
import { SwitchUser } from './SwitchUser.tsx';
import { lockNow, signOut, unsentDrafts, useMe } from './session.ts';

/** Who is working here; change of user, lock, language, sign out. */
export function PersonMenu() {
  const { t, i18n } = useTranslation();
  const { staff } = useMe();
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const [switching, setSwitching] = useState(false);
  useKeys({
    'g u': { label: t('shell.person.switch'), run: () => setSwitching(true) },
    'g l': { label: t('shell.person.lock'), run: () => void lockNow() },
  });
  const out = async () => {
    try {
      await signOut(() => navigate({ to: '/login', search: { to: '/' } }));
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error));
    }
  };
  const askOut = () => {
    const unsent = unsentDrafts(staff.id);
    if (unsent === 0) void out();
    else
      modal.confirm({
        title: t('shell.person.unsent', { count: unsent }),
        content: t('shell.person.unsentHint'),
        okText: t('shell.person.out'),
        onOk: out,
      });
  };
  const item = (key: string, icon: Parameters<typeof Icon>[0]['name'], label: string, onClick: () => void) => ({
    key,
    icon: <Icon name={icon} />,
    label,
    onClick,
  });
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [
            item('switch', 'swap', t('shell.person.switch'), () => setSwitching(true)),
            item('lock', 'lock', t('shell.person.lock'), () => void lockNow()),
            item('language', 'globe', t('shell.person.language'), () => void chooseLanguage(other)),
            { type: 'divider' },
            item('out', 'out', t('shell.person.out'), askOut),
          ],
        }}
      >
        <button type="button" className="k-plain s-person" aria-haspopup="menu">
          <span className="s-avatar" aria-hidden="true">
            {staff.name.slice(0, 1)}
          </span>
          <span className="s-person-text" translate="no">
            <strong>{staff.name}</strong>
            <small>{staff.roles.map((role) => t(`identity.role.${role}`)).join(' · ')}</small>
          </span>
          <span className="k-hidden">{t('shell.person.menu')}</span>
        </button>
      </Dropdown>
      {switching && <SwitchUser onClose={() => setSwitching(false)} />}
    </>
  );
}
