import { createRoot } from 'react-dom/client';
import '../kit/kit.css';
import '../kit/keys.css';
import './shell/shell.css';
import { startI18n } from '../kit/i18n.ts';
import { mountTokens } from '../kit/tokens-css.ts';
import { startHints } from './api/live.ts';
import { Root } from './shell/Root.tsx';

mountTokens();
await startI18n(async (language) =>
  language === 'en' ? (await import('./words.en.ts')).words : (await import('./words.zh-CN.ts')).words,
);
startHints();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<Root />);
