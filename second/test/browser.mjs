// A real Chromium, spoken to through the pipe of its debugging protocol: no library, no port.

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
export const program = NAMES.find(name => spawnSync(name, ['--version']).status === 0);

/** The option with which a test is skipped, in words, where there is no browser. */
export const needsBrowser = { skip: program ? false : 'no Chromium on this machine' };

const PATIENCE = 60_000;

/** So long a browser may take to end, and its processes to write no more. */
const GRACE = 10_000;

export class Browser {
  /** Starts one with a profile of its own; `hosts` are names that lead to this machine without being trusted like localhost. */
  static async start(hosts = []) {
    const profile = mkdtempSync(join(tmpdir(), 'cotejo-browser-'));
    const child = spawn(program, ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--remote-debugging-pipe', `--user-data-dir=${profile}`,
      `--host-resolver-rules=${hosts.map(host => `MAP ${host} 127.0.0.1`).join(',')}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    const browser = new Browser(child, profile);
    const { targetInfos } = await browser.send('Target.getTargets');
    const { targetId } = targetInfos.find(target => target.type === 'page');
    browser.session = (await browser.send('Target.attachToTarget', { targetId, flatten: true })).sessionId;
    return browser;
  }

  constructor(child, profile) {
    this.child = child;
    this.profile = profile;
    this.waiting = new Map();
    this.last = 0;
    let pending = Buffer.alloc(0);
    child.stdio[4].on('data', data => {
      pending = Buffer.concat([pending, data]);
      for (let end = pending.indexOf(0); end >= 0; end = pending.indexOf(0)) {
        this.take(JSON.parse(pending.subarray(0, end)));
        pending = pending.subarray(end + 1);
      }
    });
    this.gone = new Promise(go => child.once('exit', go));
    this.gone.then(() => {
      this.isGone = true;
      this.waiting.forEach(({ reject }) => reject(new Error('the browser is gone')));
    });
    // What is written to one that is gone is answered in send.
    child.stdio[3].on('error', () => {});
  }

  take({ id, result, error }) {
    const asked = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result);
  }

  send(method, params = {}) {
    if (this.isGone) return Promise.reject(new Error('the browser is gone'));
    const id = ++this.last;
    this.child.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId: this.session })}\0`);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the browser did not answer ${method}`)), PATIENCE);
      const once = settle => value => {
        clearTimeout(late);
        settle(value);
      };
      this.waiting.set(id, { resolve: once(resolve), reject: once(reject) });
    });
  }

  /** What an expression gives; it may be a promise. */
  async run(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  }

  async until(expression) {
    for (const end = Date.now() + PATIENCE; ; ) {
      const value = await this.run(expression);
      if (value) return value;
      if (Date.now() > end) throw new Error(`${expression} never came true; the page says: ${await this.run('document.body.innerText')}`);
      await new Promise(go => setTimeout(go, 50));
    }
  }

  async open(url) {
    // By way of an empty page: else the page before, at the same address, could be taken for the new one.
    for (const next of ['about:blank', url]) {
      await this.send('Page.navigate', { url: next });
      await this.until(`location.href.startsWith(${JSON.stringify(next)}) && document.readyState === 'complete'`);
    }
  }

  /** Puts files or a folder into an input, as a person does in the dialogue. */
  async choose(selector, ...files) {
    const { root } = await this.send('DOM.getDocument');
    const { nodeId } = await this.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    await this.send('DOM.setFileInputFiles', { nodeId, files });
  }

  async close() {
    // It is asked to end, so that it ends its other processes first; what does not listen is killed.
    this.child.kill('SIGTERM');
    const killing = setTimeout(() => this.child.kill('SIGKILL'), GRACE);
    await this.gone;
    clearTimeout(killing);
    await removed(this.profile);
  }
}

/** Removes a folder into which somebody may write for another moment. Not by the retries of rmSync: those are made anew at each level, which has no end. */
async function removed(folder) {
  for (const end = Date.now() + GRACE; ; await new Promise(go => setTimeout(go, 50))) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch (problem) {
      if (Date.now() > end) throw problem;
    }
  }
}
