import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KitProvider } from '../../kit/context.tsx';
import { antdTheme } from '../../kit/theme.ts';
import { KeysProvider } from '../../kit/useKeys.tsx';
import { calmQuery, darkQuery, useMedia } from '../../kit/useMedia.ts';
import { queryClient } from '../api/query.ts';
import { router } from '../routes.tsx';
import { useHospitalClock, useMaybeMe } from './session.ts';

/** The console with everything around it that no page has to know: theme, language, clock, cache, keys, routes. */
export function Root() {
  return (
    <QueryClientProvider client={queryClient}>
      <Surroundings />
    </QueryClientProvider>
  );
}

function Surroundings() {
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  const [enUS, setEnUS] = useState<typeof zhCN>();
  const theme = antdTheme(useMedia(darkQuery), useMedia(calmQuery));
  const me = useMaybeMe();
  const offsetMs = useHospitalClock();
  useEffect(() => {
    if (english) void import('antd/locale/en_US').then((loaded) => setEnUS(loaded.default));
  }, [english]);
  // Before sign-in no hospital is known; the browser's own zone is the honest guess.
  const timeZone = me?.hospital.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <ConfigProvider
      theme={theme}
      {...(english ? (enUS ? { locale: enUS } : {}) : { locale: zhCN })}
      button={{ autoInsertSpace: false }}
    >
      <App message={{ maxCount: 3 }}>
        <KitProvider language={english ? 'en' : 'zh-CN'} timeZone={timeZone} offsetMs={offsetMs}>
          <KeysProvider>
            <RouterProvider router={router} />
          </KeysProvider>
        </KitProvider>
      </App>
    </ConfigProvider>
  );
}
