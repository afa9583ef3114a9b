import { type ThemeConfig, theme } from 'antd';
import { dark, fontFamily, light, scales } from './tokens.ts';

/** The antd theme made from our tokens; `isDark` follows the system. */
export function antdTheme(isDark: boolean, reducedMotion: boolean): ThemeConfig {
  const palette = isDark ? dark : light;
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.teal,
      colorLink: palette.teal,
      colorLinkHover: palette.tealDeep,
      colorSuccess: palette.green,
      colorWarning: palette.amber,
      colorError: palette.red,
      colorInfo: palette.blue,
      colorBgBase: palette.paper,
      colorBgLayout: palette.paper,
      colorBgContainer: palette.card,
      colorBgElevated: palette.card,
      colorText: palette.ink,
      colorTextSecondary: palette.ink2,
      colorTextDescription: palette.ink2,
      colorTextPlaceholder: palette.ink2,
      colorBorder: palette.edge,
      colorBorderSecondary: palette.line,
      colorSplit: palette.line,
      fontFamily,
      fontSize: scales.staff.text[0],
      borderRadius: 8,
      borderRadiusLG: 12,
      boxShadow: palette.shadow,
      boxShadowSecondary: palette.shadow,
      controlHeight: 34,
      controlHeightLG: 44,
      motion: !reducedMotion,
      motionDurationMid: '0.16s',
      motionDurationSlow: '0.2s',
      wireframe: false,
    },
    components: {
      Button: {
        primaryColor: palette.onTeal,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
      },
      Segmented: { trackBg: palette.sunken, itemSelectedBg: palette.card },
      Select: { optionSelectedBg: palette.softTeal, optionSelectedColor: palette.onSoftTeal },
      Table: { headerBg: palette.sunken, headerColor: palette.ink2, rowHoverBg: palette.softTeal },
    },
  };
}
