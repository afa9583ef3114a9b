import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A headless Chromium: the one CHROMIUM names, the system's, else the one that came as a package and needs no root. Chinese
 * fonts come from a package too, through a fontconfig file of our own, so that pictures look alike on a bare machine.
 */
export async function launchBrowser(): Promise<Browser> {
  const env = { ...(process.env as Record<string, string>), FONTCONFIG_FILE: fontConfiguration() };
  const system = [process.env['CHROMIUM'] ?? '', ...SYSTEM].find(
    (candidate) => candidate !== '' && existsSync(candidate),
  );
  if (system) return chromium.launch({ executablePath: system, args: ARGS, env });
  // Told that it runs where libraries are missing, the package unpacks its own beside the browser.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const packaged = (await import('@sparticuz/chromium')).default;
  const executablePath = await packaged.executablePath();
  const libraries = path.join(os.tmpdir(), 'al2023/lib');
  return chromium.launch({
    executablePath,
    args: ARGS,
    env: { ...env, LD_LIBRARY_PATH: [process.env['LD_LIBRARY_PATH'], libraries].filter(Boolean).join(':') },
  });
}

/** A fontconfig file that gives every family the packaged Chinese font, so that letters, figures and characters match. */
function fontConfiguration(): string {
  const fonts = path.resolve(path.dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dayone-fonts-'));
  const file = path.join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
    <dir>${fonts}</dir><cachedir>${folder}</cachedir>
    <match target="pattern"><edit name="family" mode="prepend" binding="strong"><string>Noto Sans S Chinese</string></edit></match>
    </fontconfig>`,
  );
  return file;
}

/** Folder of the pictures a run takes; git ignores it. */
export const PICTURES = path.resolve(import.meta.dirname, 'pictures');
mkdirSync(PICTURES, { recursive: true });

/** The sizes every page is looked at. */
export const SIZES = [
  { name: '1440', width: 1440, height: 900 },
  { name: '1366', width: 1366, height: 768 },
  { name: '390', width: 390, height: 844 },
] as const;
