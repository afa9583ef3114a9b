// Installs what the lock file says, once per lock file, with whatever Node (18 or newer) started npm. No dependencies of its own.
// The install brings Node 24 (optionalDependencies), which the npm script that follows finds as `node` in node_modules/.bin.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const stamp = path.join('node_modules', '.dayone-lock');
const wanted = createHash('sha256')
  .update(readFileSync('package-lock.json'))
  .update(process.platform + process.arch)
  .digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) install();
refuseOldNode();

function install() {
  console.log('安装依赖 installing packages …');
  const began = Date.now();
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) {
    console.error(
      '依赖没有装好，请检查网络和磁盘后重试。 / The packages could not be installed: check network and disk, then try again.',
    );
    process.exit(done.status || 1);
  }
  writeFileSync(stamp, wanted);
  console.log(`依赖已装好 packages installed (${Math.round((Date.now() - began) / 1000)} s)`);
}

/** The next command needs Node 22.18 or newer: the one installed, or the machine's own. */
function refuseOldNode() {
  const bin = path.join('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (existsSync(bin) || major > 22 || (major === 22 && minor >= 18)) return;
  console.error(
    `这台机器（${process.platform}-${process.arch}）需要自行安装 Node 24。 / Node 24 must be installed on ${process.platform}-${process.arch}.`,
  );
  process.exit(1);
}
