import { choice, home, type Planted, pick, redRule, redSign, temperature } from './spoil.ts';

/** Mistakes of the call, of alerts, of wording and of the head of the pack. */
export const plantedInWords: Planted[] = [
  [
    'home-missing',
    'call.yaml',
    (p) => {
      p.call.variants = p.call.variants.filter((row) => row.disposition !== 'home');
    },
  ],
  [
    'block-order',
    'call.yaml',
    (p) => {
      home(p).ask.reverse();
    },
  ],
  [
    'block-missing',
    'call.yaml',
    (p) => {
      home(p).ask = home(p).ask.filter((id) => id !== 'appointment');
    },
  ],
  ['asked-twice', 'call.yaml', (p) => home(p).ask.push('thanks')],
  [
    'core-questions',
    'call.yaml',
    (p) => {
      home(p).ask = home(p).ask.filter((id) => id !== 'wound' && id !== 'pain-score');
    },
  ],
  ['never-asked', 'call.yaml', (p) => p.call.questions.push({ ...pick(p.call.questions), id: 'forgotten' })],
  [
    'raise-missing',
    'call.yaml',
    (p) => {
      delete choice(p, 'red').raises;
    },
  ],
  [
    'raise-needless',
    'call.yaml',
    (p) => {
      choice(p, 'none').raises = redSign(p).id;
    },
  ],
  [
    'raise-level',
    'call.yaml',
    (p) => {
      choice(p, 'amber').raises = redSign(p).id;
    },
  ],
  [
    'value-out-of-range',
    'call.yaml',
    (p) => {
      pick(temperature(p).thresholds).value = 385;
    },
  ],
  [
    'value-out-of-range',
    'measure.yaml',
    (p) => {
      redRule(p).value = 385;
    },
  ],
  [
    'level-missing',
    'warning-signs.yaml',
    (p) => {
      p['warning-signs'] = p['warning-signs'].filter((row) => row.level !== 'green');
    },
  ],
  [
    'no-120',
    'warning-signs.yaml',
    (p) => {
      redSign(p).whatToDo.en = 'Ring the ward.';
    },
  ],
  [
    'no-120',
    'measure.yaml',
    (p) => {
      redRule(p).patientNow['zh-CN'] = '现在打病区电话。';
    },
  ],
  [
    'sign-level',
    'measure.yaml',
    (p) => {
      redRule(p).warningSign = 'fever-mild';
    },
  ],
  [
    'banned-word',
    'faq.yaml',
    (p) => {
      pick(p.faq).answer['zh-CN'] = '这个方法保证治好，永不复发。';
    },
  ],
  [
    'banned-word',
    'guide/diet.md',
    (p) => {
      pick(p.guide, (page) => page.id === 'diet').body['zh-CN'] += '根治率很高。';
    },
  ],
  [
    'banned-word',
    'community.yaml',
    (p) => {
      p.community.welcome.en = 'A miracle for your knee.';
    },
  ],
  [
    'english-has-han',
    'faq.yaml',
    (p) => {
      pick(p.faq).answer.en = 'Ring 病区.';
    },
  ],
  [
    'chinese-missing',
    'warning-signs.yaml',
    (p) => {
      redSign(p).sign['zh-CN'] = 'Fever';
    },
  ],
  [
    'unknown-hole',
    'pathway.yaml',
    (p) => {
      pick(p.pathway.messages).body.en += ' {{diagnosis}}';
    },
  ],
  [
    'unknown-hole',
    'pathway.yaml',
    (p) => {
      pick(p.pathway.messages).outsideTitle.en += ' {{form_of_address}}';
    },
  ],
  [
    'summary-too-long',
    'guide/diet.md',
    (p) => {
      pick(p.guide, (page) => page.id === 'diet').elderSummary['zh-CN'] = '长'.repeat(41);
    },
  ],
  [
    'unsafe-markdown',
    'guide/diet.md',
    (p) => {
      pick(p.guide, (page) => page.id === 'diet').body.en += '<script>';
    },
  ],
  [
    'unsafe-markdown',
    'guide/diet.md',
    (p) => {
      pick(p.guide, (page) => page.id === 'diet').body.en += '![x](https://example.org/x.png)';
    },
  ],
  [
    'unsafe-markdown',
    'guide/diet.md',
    (p) => {
      pick(p.guide, (page) => page.id === 'diet').body.en += '[x](javascript:alert(1))';
    },
  ],
  [
    'reveals',
    'pack.yaml',
    (p) => {
      p.pack.privateTitle['zh-CN'] = '您的膝关节置换恢复计划';
    },
  ],
  [
    'reveals',
    'pathway.yaml',
    (p) => {
      pick(p.pathway.messages).outsideTitle.en = 'After your surgery';
    },
  ],
  [
    'reveals',
    'community.yaml',
    (p) => {
      pick(p.community.names)['zh-CN'] = '骨科康复群';
    },
  ],
  [
    'sign-off',
    'pack.yaml',
    (p) => {
      p.pack.signOff.status = 'signed';
    },
  ],
  [
    'never-chosen',
    'pack.yaml',
    (p) => {
      p.pack.triggers.procedures = [];
      p.pack.triggers.words = [];
    },
  ],
];
