import { useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useHints } from '../api/live.ts';
import { keyOf, query, queryClient } from '../api/query.ts';
import { onRefusal } from '../api/refusals.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { DemoBar } from './DemoBar.tsx';
import { Header } from './Header.tsx';
import { LockScreen } from './LockScreen.tsx';
import { Nav } from './Nav.tsx';
import { lockNow, showLocked, useMe } from './session.ts';
import { safeTarget } from './target.ts';
import { useIdleLock } from './useIdleLock.ts';
import { WardProvider } from './ward.tsx';

/** The frame around every page behind sign-in. */
export function Console() {
  const { t } = useTranslation();
  const me = useMe();
  const href = useRouterState({ select: (state) => state.location.href });
  const navigate = useNavigate();
  // The one place that keeps asking who is signed in and what time it is there; all others only read the answer.
  useQuery({ ...query('identity.me'), staleTime: 60_000 });
  useHints(['clock:', `me:${me.staff.id}`], [keyOf('identity.me')]);
  useIdleLock(me.idleLockSeconds, !me.locked, {
    onIdle: () => void lockNow(),
    onActive: () => void queryClient.invalidateQueries({ queryKey: keyOf('identity.me') }),
  });
  useEffect(
    () =>
      onRefusal((refusal) => {
        if (refusal === 'locked') showLocked();
        else void navigate({ to: '/login', search: { to: safeTarget(href) } });
      }),
    [href, navigate],
  );
  return (
    <WardProvider>
      <a className="s-skip" href="#main">
        {t('shell.skip')}
      </a>
      <div className="s-frame">
        <Header />
        <Nav />
        <div className="s-body">
          <ConnectionBanner />
          {me.demo && me.permissions.includes('demo.clock') && <DemoBar />}
          <main id="main" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      {me.locked && <LockScreen />}
    </WardProvider>
  );
}
