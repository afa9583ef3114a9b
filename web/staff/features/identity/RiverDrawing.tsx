/** A house above a river before sunrise, one lamp lit: someone is waiting at home. Decoration only. */
export function RiverDrawing() {
  return (
    <svg className="l-drawing" viewBox="0 0 1200 900" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <defs>
        <linearGradient id="l-sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className="l-sky-top" />
          <stop offset="1" className="l-sky-low" />
        </linearGradient>
        <radialGradient id="l-glow">
          <stop offset="0" className="l-glow-in" />
          <stop offset="1" className="l-glow-out" />
        </radialGradient>
        <linearGradient id="l-river" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className="l-river-far" />
          <stop offset="1" className="l-river-near" />
        </linearGradient>
      </defs>
      <rect width="1200" height="900" fill="url(#l-sky)" />
      <circle className="l-moon" cx="640" cy="300" r="40" />
      <path className="l-hill-4" d="M0 560C110 500 190 470 290 492s150 44 250 6 170-86 280-60 240 78 380 30V900H0Z" />
      <path className="l-hill-3" d="M0 610c140-46 240-44 360-18s220 22 340-18 300-60 500-8V900H0Z" />
      <path className="l-hill-2" d="M0 668c120-22 260-40 400-20s250 34 390 8 280-34 410-6V900H0Z" />
      <path
        fill="url(#l-river)"
        d="M548 664c40 20 96 26 84 52s-150 30-190 70S330 870 250 900h560c-10-46-70-72-72-108s60-48 44-82-120-36-160-50Z"
      />
      <path
        className="l-ripple"
        d="M470 792c24-8 44-8 66 0s42 8 64 0M520 736c18-6 34-6 50 0s32 6 48 0M420 850c30-10 56-10 84 0s54 10 82 0M640 838c22-8 40-8 60 0s38 8 58 0"
      />
      <g className="l-house">
        <circle cx="478" cy="626" r="120" fill="url(#l-glow)" />
        <path className="l-wall" d="M404 604h112v66H404z" />
        <path className="l-roof" d="M384 608c30-10 54-30 76-54 22 24 46 44 76 54Z" />
        <path className="l-window" d="M424 622h24v24h-24z" />
        <path className="l-door" d="M476 622h24v48h-24z" />
        <path className="l-bars" d="M436 622v24M424 634h24" />
        <path className="l-post" d="M556 672v-74c0-8 4-12 12-12h6" />
        <circle cx="576" cy="602" r="54" fill="url(#l-glow)" />
        <path className="l-lamp" d="M568 592h16l3 18h-22Z" />
      </g>
      <path className="l-hill-1" d="M0 748c90-30 180-32 262-6s120 42 96 76S200 868 150 900H0Z" />
      <path className="l-hill-1" d="M1200 700c-130-14-250 0-340 34s-120 60-84 96 70 50 74 70h350Z" />
      <path
        className="l-reed"
        d="M96 800c-6-40-4-70 4-100M112 806c0-34 6-62 18-90M80 806c-12-26-16-52-14-76M1040 776c-4-40 2-76 16-108M1058 780c4-32 14-58 30-82M1022 780c-10-26-12-54-8-80"
      />
    </svg>
  );
}
