/** Drawn on a 24 grid with one stroke; a new sign is one line here. */
const paths = {
  today: 'M9 6h11M9 12h11M9 18h11M3.5 6l1.2 1.2L7 5M3.5 12l1.2 1.2L7 11M3.5 18l1.2 1.2L7 17',
  ward: 'M3 18v-7M3 15h18v3M21 15v-2a3 3 0 0 0-3-3h-7v5M7 9.2a1.9 1.9 0 1 0 0 3.8 1.9 1.9 0 0 0 0-3.8',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.5 20c.6-3.8 3.6-6 7.5-6s6.9 2.2 7.5 6',
  phone:
    'M6.5 3.5l3 .5 1 4-2 1.8c1 2.3 2.7 4 5 5l1.8-2 4 1 .7 3c0 1.7-1.3 3-3 3C10 19.5 4.5 14 4 7c0-1.7 1-3.2 2.5-3.5',
  alert: 'M12 4L2.8 19.5h18.4L12 4M12 10v4.5M12 17.2v.1',
  intake: 'M4 13.5l2.5-8h11l2.5 8V19H4v-5.5M4 13.5h5l1 2.5h4l1-2.5h5M12 4v6M9.8 8l2.2 2.2L14.2 8',
  roster: 'M4 6h16v14H4V6M4 10.5h16M8.5 3.5V7M15.5 3.5V7M8 14h2M14 14h2M8 17h2',
  ops: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5a2 2 0 1 0 0 4 2 2 0 0 0 0-4M9 15a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  message: 'M4 5h16v11.5H11L7 20v-3.5H4V5M8 9.2h8M8 12.5h5',
  chart: 'M4 4v16h16M7.5 15l3.5-4.5 3 2.5 5-6.5',
  group:
    'M8.5 5a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4M2.5 19c.5-3.2 2.9-5 6-5s5.5 1.8 6 5M15.5 5.4a3 3 0 0 1 0 5.8M17.5 14.3c2.3.6 3.7 2.3 4 4.7',
  book: 'M5 4.5h11a3 3 0 0 1 3 3V20H8a3 3 0 0 1-3-3V4.5M5 17a3 3 0 0 1 3-3h11M9 8.5h6',
  lock: 'M6 11h12v9H6v-9M8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2',
  swap: 'M4 8.5h14M15 5.5l3 3-3 3M20 15.5H6M9 12.5l-3 3 3 3',
  globe: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M3.5 12h17M12 3.5c-5.5 5-5.5 12 0 17 5.5-5 5.5-12 0-17',
  out: 'M13 4H5v16h8M10 12h10M16.5 8.5L20 12l-3.5 3.5',
  help: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M9.5 9.7a2.5 2.5 0 1 1 3.7 2.2c-.8.5-1.2 1-1.2 1.9M12 16.7v.1',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  trash: 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10 11v5M14 11v5',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 7.5V12l3 2',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  done: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M8.3 12.3l2.6 2.6 4.9-5.2',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 11v5.5M12 7.7v.1',
  pause: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M10 9v6M14 9v6',
  offline:
    'M4 4l16 16M7 9.2A9.6 9.6 0 0 0 3.8 11.3M10.7 7.1a12 12 0 0 1 9.5 4.2M7.5 14.7a6.5 6.5 0 0 1 5-1.9M12 18.5v.1',
  left: 'M14.5 5.5L8 12l6.5 6.5',
  right: 'M9.5 5.5L16 12l-6.5 6.5',
  down: 'M5.5 9.5L12 16l6.5-6.5',
  more: 'M5.5 12h.1M12 12h.1M18.5 12h.1',
  retry: 'M19 12a7 7 0 1 1-2-5M19 4v4h-4',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.3 15.3L20 20',
  leaf: 'M5 19c0-9 5-14 14.5-14C19.5 14 14 19 7 17.5M5 19c1-4 4-7.5 8-9.5',
} as const;

export type IconName = keyof typeof paths;

/** A quiet line drawing in the colour of the text. Always beside a word, so it is hidden from screen readers. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg className="k-icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
