import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Browser, needsBrowser } from './browser.mjs';
import * as made from './samples.mjs';
import { root } from './shared.mjs';

describe('in a real browser', needsBrowser, () => {
  const FOREIGN = 'elsewhere.test';
  const work = mkdtempSync(join(tmpdir(), 'cotejo-page-'));
  const policy = join(work, 'site.policy');
  let browser;
  let server;

  before(async () => {
    // The page from its sources, as modules: how it is made into one file is tested with the first implementation.
    const second = join(root, 'second');
    const html = readFileSync(join(second, 'page.html'), 'utf8').replace(/<meta http-equiv="Content-Security-Policy".*>/, '')
      .replace('{{style}}', '').replace('{{brought}}', '{"policy":null}').replace('<script type="module">{{script}}', '<script type="module" src="/page.mjs">');
    writeFileSync(policy, made.POLICY);
    server = createServer((request, response) => {
      const isPage = request.url === '/';
      const file = join(second, normalize(request.url));
      if (!isPage && !existsSync(file)) return response.writeHead(404).end();
      return response.writeHead(200, { 'content-type': isPage ? 'text/html; charset=utf-8' : 'text/javascript' }).end(isPage ? html : readFileSync(file));
    });
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
  async function verified(folder, pinned = policy, host = 'localhost') {
    await browser.open(`http://${host}:${server.address().port}/`);
    await browser.until("document.getElementById('page').hidden === false");
    await browser.run("document.getElementById('forget').click()");
    await browser.until("!document.getElementById('verify').disabled");
    if (pinned) {
      await browser.choose('#policy-file', pinned);
      await browser.until("document.getElementById('forget').hidden === false");
    }
    await browser.run("document.getElementById('whole').open = true");
    await browser.choose('#site', folder);
    // A browser goes through a folder beside the page, and a page that works takes no click.
    await browser.until("document.getElementById('site').files.length > 0 && !document.getElementById('verify').disabled");
    await browser.run("document.getElementById('verify').click()");
    await browser.until("document.getElementById('site-verdict').className !== ''");
    return browser.run(`({
      verdict: document.getElementById('site-verdict').className,
      summary: document.getElementById('site-summary').textContent,
      levels: Object.fromEntries([...document.querySelectorAll('#levels tr')].map((row, i) => [['bytes', 'signatures', 'verdicts', 'audits', 'pages'][i], row.cells[1].className])),
      problems: [...document.querySelectorAll('#site-problems li')].map(item => item.textContent),
    })`);
  }

  test('a publication opened from a disk is verified as in Node', async () => {
    const said = await verified(written('sound', made.publication()));
    assert.deepEqual(said.levels, { bytes: 'proven', signatures: 'proven', verdicts: 'unchecked', audits: 'none', pages: 'unchecked' });
    assert.equal(said.verdict, 'unchecked', 'what it cannot check is never shown as fine');
    assert.match(said.summary, /3 [^,]*, 3 /);
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
    const text = made.sheetText(made.MACHINE_KEY, { station: made.STATIONS[0], votes: '1:200 2:100' });
    const ask = async sheet => {
      await browser.run(`document.getElementById('result').dataset.times = ''; document.getElementById('text').value = ${JSON.stringify(sheet)}; document.getElementById('take').click()`);
      await browser.until("document.getElementById('result').dataset.times !== '' && !document.getElementById('take').disabled");
      return browser.run("document.getElementById('result').className.replace('card ', '')");
    };
    assert.equal(await ask(text), 'proven');
    assert.equal(await ask(made.partsOf(text, 3).reverse().join('\n')), 'proven');
    assert.equal(await ask(text.replace('1:200', '1:300')), 'refuted');
    await verified(written('of-nobody', made.publication()), null);
    assert.equal(await ask(text), 'unchecked', 'a key that nobody vouches for proves nothing');
  });

  test('over plain http from elsewhere, where browsers keep WebCrypto from a page, its library answers the same', async () => {
    const said = await verified(written('foreign', made.publication()), policy, FOREIGN);
    assert.equal(await browser.run('typeof crypto.subtle'), 'undefined');
    assert.equal(said.levels.bytes, 'proven');
    assert.equal(said.levels.signatures, 'proven');
    const changed = made.publication();
    changed.files.set('index.html', Buffer.from('<p>hallo'));
    assert.match((await verified(written('foreign-changed', changed), policy, FOREIGN)).problems.join(), /PUB-202 index.html/);
  });
});
