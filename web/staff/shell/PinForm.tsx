import { Button, Input, type InputRef } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../contract/identity.ts';
import { call } from '../api/call.ts';
import { type RecentStaff, recentStaff } from './session.ts';

interface Props {
  /** Filled in on a lock screen, empty on a change of user. */
  readonly staffNo: string;
  readonly action: string;
  onDone(me: Me): void;
}

/** Staff number and PIN; colleagues who used this computer lately are one tap away. Enter sends. */
export function PinForm({ staffNo: first, action, onDone }: Props) {
  const { t } = useTranslation();
  const [staffNo, setStaffNo] = useState(first);
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [recent] = useState(recentStaff);
  const pinField = useRef<InputRef>(null);
  const noField = useRef<InputRef>(null);
  useEffect(() => {
    // The attribute, not only the focus: a dialog gives it the focus whenever it opens, also after Escape.
    const field = (first ? pinField : noField).current?.input;
    field?.setAttribute('autofocus', '');
    field?.focus();
  }, [first]);

  const pick = (one: RecentStaff) => {
    setStaffNo(one.staffNo);
    setProblem('');
    pinField.current?.focus();
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!staffNo.trim() || !/^\d{4,8}$/.test(pin)) {
      setProblem(t('identity.pin.incomplete'));
      return;
    }
    setBusy(true);
    setProblem('');
    try {
      onDone(await call('identity.switchUser', { body: { staffNo: staffNo.trim(), pin } }));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setPin('');
      pinField.current?.focus();
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="s-pin" onSubmit={(event) => void send(event)} noValidate>
      {recent.length > 0 && (
        <fieldset className="s-recent">
          <legend className="k-hidden">{t('identity.pin.recent')}</legend>
          {recent.map((one) => (
            <button key={one.staffNo} type="button" aria-pressed={one.staffNo === staffNo} onClick={() => pick(one)}>
              <strong translate="no">{one.name}</strong>
              <small>{one.staffNo}</small>
            </button>
          ))}
        </fieldset>
      )}
      <label htmlFor="pin-no">{t('identity.login.staffNo')}</label>
      <Input
        id="pin-no"
        ref={noField}
        size="large"
        autoComplete="off"
        value={staffNo}
        onChange={(event) => setStaffNo(event.target.value)}
      />
      <label htmlFor="pin-pin">{t('identity.pin.pin')}</label>
      <Input
        id="pin-pin"
        ref={pinField}
        size="large"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        value={pin}
        status={problem ? 'error' : ''}
        aria-describedby="pin-problem"
        aria-invalid={problem !== ''}
        onChange={(event) => setPin(event.target.value.replace(/\D/g, ''))}
      />
      <p id="pin-problem" className="s-form-problem" role="alert">
        {problem}
      </p>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {action}
      </Button>
    </form>
  );
}
