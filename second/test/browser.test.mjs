import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { Browser, needsBrowser } from './browser.mjs';
import * as made from './samples.mjs';
import { root } from './shared.mjs';

describe('in a real browser', needsBrowser, () => {
  const FOREIGN = 'elsewhere.test';
  const work = mkdtempSync(join(tmpdir(), 'cotejo-page-'));
  const page = join(work, 'verify.html');
  const policy = join(work, 'site.policy');
  let browser;
  let server;

  before(async () => {
    const printed = spawnSync('node', [join(root, 'second', 'cotejo-verify.mjs'), 'page'], { encoding: 'utf8' });
    assert.equal(printed.status, 0, printed.stderr);
    writeFileSync(page, printed.stdout);
    writeFileSync(policy, made.POLICY);
    server = createServer((request, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(readFileSync(page)));
    await new Promise(go => server.listen(0, '127.0.0.1', go));
    browser = await Browser.start([FOREIGN]);
  });

  after(async () => {
    await browser?.close();
    server?.close();
    rmSync(work, { recursive: true, force: true });
  });

  function written(name, { files }) {
    const folder = join(work, name);
    for (const [path, bytes] of files) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    return folder;
  }

  /** Verifies a folder in the page at an address and returns what the page then says. */
  async function verified(folder, pinned = policy, address = pathToFileURL(page).href) {
    await browser.open(address);
    await browser.until("document.getElementById('verify').textContent !== ''");
    await browser.choose('#site', folder);
    if (pinned) await browser.choose('#policy', pinned);
    await browser.run("document.getElementById('verify').click()");
    await browser.until("document.getElementById('verdict').className !== ''");
    return browser.run(`({
      verdict: document.getElementById('verdict').className,
      summary: document.getElementById('summary').textContent,
      levels: Object.fromEntries([...document.querySelectorAll('#levels tr')].map(row => [row.cells[0].textContent, row.cells[1].className])),
      problems: [...document.querySelectorAll('#problems li')].map(item => item.textContent),
    })`);
  }

  test('a publication opened from a disk is verified as in Node, with nothing but the page', async () => {
    const said = await verified(written('sound', made.publication()));
    assert.deepEqual(said.levels, { bytes: 'proven', signatures: 'proven', verdicts: 'unchecked', audits: 'none', pages: 'unchecked' });
    assert.equal(said.verdict, 'unchecked', 'what it cannot check is never shown as fine');
    assert.match(said.summary, /3 signed sheets, 3 of their signatures checked/);
    assert.deepEqual(said.problems, []);
  });

  test('a changed byte is refuted, with the file', async () => {
    const changed = made.publication();
    changed.files.set('index.html', Buffer.from('<p>hallo'));
    const said = await verified(written('changed', changed));
    assert.equal(said.verdict, 'refuted');
    assert.match(said.problems.join(), /PUB-202 index.html/);
  });

  test('without a policy it is intact in itself and not proven', async () => {
    const said = await verified(written('alone', made.publication()), null);
    assert.equal(said.verdict, 'unchecked');
    assert.equal(said.levels.signatures, 'unchecked');
  });

  test('a sheet is read, and checked with the key of the publication beside it', async () => {
    await verified(written('with-sheets', made.publication()));
    const text = made.sheetText(made.MACHINE_KEY);
    const ask = async sheet => {
      await browser.run(`document.getElementById('verdict').className = ''; document.getElementById('text').value = ${JSON.stringify(sheet)}; document.getElementById('read').click()`);
      await browser.until("document.getElementById('verdict').className !== ''");
      return browser.run("document.getElementById('verdict').className");
    };
    assert.equal(await ask(text), 'proven');
    assert.equal(await ask(made.partsOf(text, 3).reverse().join('\n')), 'proven');
    assert.equal(await ask(text.replace('1:210', '1:310')), 'refuted');
    await verified(written('of-nobody', made.publication()), null);
    assert.equal(await ask(text), 'unchecked', 'a key that nobody vouches for proves nothing');
  });

  test('over plain http from elsewhere nothing can be computed, and that is said', async () => {
    const said = await verified(written('foreign', made.publication()), policy, `http://${FOREIGN}:${server.address().port}/`);
    assert.equal(said.verdict, 'unchecked');
    assert.deepEqual([...new Set(Object.values(said.levels))], ['unchecked']);
  });

  test('over http from this machine it works as from a disk', async () => {
    const said = await verified(written('local', made.publication()), policy, `http://localhost:${server.address().port}/`);
    assert.equal(said.levels.bytes, 'proven');
    assert.equal(said.levels.signatures, 'proven');
  });
});
