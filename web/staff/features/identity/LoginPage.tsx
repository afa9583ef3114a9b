import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../kit/Icon.tsx';
import { chooseLanguage } from '../../../kit/i18n.ts';
import { call } from '../../api/call.ts';
import { query } from '../../api/query.ts';
import { enter } from '../../shell/session.ts';
import { safeTarget } from '../../shell/target.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import './login.css';
import { RiverDrawing } from './RiverDrawing.tsx';

const storageKey = 'dayone.hospital';

/** Sign in with hospital, staff number and password; then on to where one was going. */
export default function LoginPage() {
  const { t, i18n } = useTranslation();
  const { to } = useSearch({ strict: false }) as { to?: string };
  const navigate = useNavigate();
  const hospitals = useQuery(query('identity.listHospitals'));
  const [chosen, setChosen] = useState(() => localStorage.getItem(storageKey) ?? '');
  const [staffNo, setStaffNo] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const list = hospitals.data ?? [];
  const place = list.find(({ code }) => code === chosen) ?? list[0];
  const hospital = place?.code ?? '';
  useEffect(() => {
    document.title = `${t('identity.login.title')} · 归安`;
  }, [t]);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!hospital || !staffNo.trim() || !password) {
      setProblem(t('identity.login.incomplete'));
      return;
    }
    setBusy(true);
    setProblem('');
    try {
      const me = await call('identity.login', { body: { hospital, staffNo: staffNo.trim(), password } });
      localStorage.setItem(storageKey, hospital);
      enter(me);
      await navigate({ to: safeTarget(to), replace: true });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <main className="l-page">
      <RiverDrawing />
      <div className="l-words">
        <p className="l-name">归安</p>
        <p className="l-line">{t('identity.login.line')}</p>
      </div>
      <form className="k-card l-card" onSubmit={(event) => void send(event)} noValidate aria-labelledby="login-title">
        <h1 id="login-title">{t('identity.login.title')}</h1>
        <label htmlFor="login-hospital">{t('identity.login.hospital')}</label>
        <Select
          id="login-hospital"
          size="large"
          value={hospital || null}
          onChange={setChosen}
          loading={hospitals.isPending}
          placeholder={t('identity.login.hospital')}
          options={list.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <label htmlFor="login-no">{t('identity.login.staffNo')}</label>
        <Input
          id="login-no"
          size="large"
          autoComplete="username"
          autoFocus
          value={staffNo}
          onChange={(event) => setStaffNo(event.target.value)}
        />
        <label htmlFor="login-password">{t('identity.login.password')}</label>
        <Input.Password
          id="login-password"
          size="large"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <p className="s-form-problem" role="alert">
          {problem || (hospitals.error?.message ?? '')}
        </p>
        <Button type="primary" htmlType="submit" size="large" block loading={busy}>
          {t('identity.login.enter')}
        </Button>
        {place?.demo && (
          <DemoAccounts
            onPick={(no, word) => {
              setStaffNo(no);
              setPassword(word);
              setProblem('');
            }}
          />
        )}
        <button
          type="button"
          className="k-plain l-language"
          onClick={() => void chooseLanguage(i18n.language === 'en' ? 'zh-CN' : 'en')}
        >
          <Icon name="globe" size={16} /> {t('shell.person.language')}
        </button>
      </form>
    </main>
  );
}
