import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bytesOfHex, checkCompact, checkSheet, checkSlip, entryOfSheet, readCompact, readMirrors, readPins, readPrintedRoot, readSheet, readSlip, verifySite } from '../cotejo-verify.mjs';
import { isSignature } from '../spare.mjs';
import * as made from './samples.mjs';
import { needsVectors, vectors } from './shared.mjs';

const codeOf = answer => (answer.ok ? 'ok' : answer.code);
const CODES = result => result.problems.map(problem => problem.code);

// --- receipt.md, section 2 ---

const entries = made.entriesOfElection();
const index = entries.findIndex(entry => entry[1] === 17);
const text = made.sheetText(made.MACHINE_KEY, { station: made.STATIONS[0], votes: '1:200 2:100' });
const { sheet } = readSheet(text);
const beginning = entries[index].subarray(0, entries[index].length - 64 - sheet.signed.length - 2);

test('a receipt proves the entry that its sheet completes', async () => {
  const compact = made.compactOf(index, entries, beginning);
  const read = await readCompact(compact, made.POLICY);
  assert.equal(codeOf(read), 'ok', read.message);
  const entry = entryOfSheet(read.extra, sheet);
  assert.deepEqual(Buffer.from(entry), entries[index]);
  const answer = await checkCompact(compact, entry, made.POLICY);
  assert.equal(codeOf(answer), 'ok', answer.message);
  assert.deepEqual([answer.index, answer.size, answer.origin, answer.cosigned.map(one => one.name), answer.quorum], [index, entries.length, made.ORIGIN, ['w0', 'w1'], 'valid']);
});

test('a receipt of another sheet, or of another log, proves nothing', async () => {
  const compact = made.compactOf(index, entries, beginning);
  const other = readSheet(made.sheetText(made.MACHINE_KEY, { station: made.STATIONS[0], votes: '1:201 2:100' })).sheet;
  assert.equal(codeOf(await checkCompact(compact, entryOfSheet(beginning, other), made.POLICY)), 'NOTE-106');
  assert.equal(codeOf(await checkCompact(compact, entries[index], made.POLICY.replace(/^log .*/, `log ${made.vkey('other.example', 1, made.keyFrom('another').publicKey)}`))), 'PROOF-108');
  assert.equal(codeOf(await checkCompact(made.compactOf(index, entries, beginning, [0]), entries[index], made.POLICY)), 'POLICY-112');
  assert.equal(entryOfSheet(beginning.subarray(1), sheet), undefined);
  assert.equal(entryOfSheet(new Uint8Array(0), sheet), undefined);
});

test('a receipt that is cut, longer or otherwise made is refused, whatever byte is missing', async () => {
  const compact = made.compactOf(index, entries, beginning);
  for (let end = 0; end < compact.length; end += 7) assert.equal(codeOf(await readCompact(compact.subarray(0, end), made.POLICY)), 'PROOF-108', `${end} bytes`);
  const more = (...bytes) => Buffer.concat([compact, Buffer.from(bytes)]);
  for (const bytes of [more(0), Buffer.from([0xc2, ...compact.subarray(1)]), Buffer.alloc(3_000, 0xc1), Buffer.from([0xc1, 0x80, 0x00]), Buffer.from([0xc1, 1, 1, 0, 0, 1])]) {
    assert.equal(codeOf(await readCompact(bytes, made.POLICY)), 'PROOF-108');
  }
});

// --- receipt.md, section 5 ---

const leaves = ['one', 'two', 'silent', 'four', 'five'].map((station, i) => made.stationLeaf(station, i === 2 ? [] : [{ entry: 7 * i, leaf: made.leavesOf([Buffer.from(station)])[0] }, { entry: 300 * i + 9, leaf: Buffer.alloc(32, i) }]));

test('a slip leads to the printed root, also of a station of which nothing came', async () => {
  for (let i = 0; i < leaves.length; i++) {
    const { slip, printed } = made.slipOf(i, leaves);
    const answer = await checkSlip(slip, printed.toLowerCase());
    assert.equal(codeOf(answer), 'ok', answer.message);
    assert.deepEqual([answer.index, answer.size, answer.copies.length], [i, leaves.length, i === 2 ? 0 : 2]);
  }
});

test('a slip with anything changed does not, and one that is cut is refused', async () => {
  const { slip, printed } = made.slipOf(1, leaves);
  for (let end = 0; end < slip.length; end++) assert.match(codeOf(await readSlip(slip.subarray(0, end))), /^PROOF-10[89]$/);
  for (let bit = 0; bit < 8 * slip.length; bit++) {
    const changed = Buffer.from(slip);
    changed[bit >> 3] ^= 1 << bit % 8;
    assert.notEqual(codeOf(await checkSlip(changed, printed)), 'ok', `bit ${bit}`);
  }
  assert.equal(codeOf(await checkSlip(slip, made.slipOf(1, [...leaves, leaves[0]]).printed)), 'PROOF-108');
});

test('a printed line is read as people type it', () => {
  const { printed } = made.slipOf(0, leaves);
  for (const line of [printed, printed.toUpperCase(), ` ${printed.replaceAll(' ', '\n')} `]) assert.equal(readPrintedRoot(line).stations, leaves.length, line);
  for (const line of ['', 'COTEJO STATIONS', `${printed}0`, printed.replace(' 5 ', ' 05 '), printed.replace(' 5 ', ' 0 '), printed.replace(' 5 ', ' 9999999999999 ')]) assert.equal(codeOf(readPrintedRoot(line)), 'PROOF-110', line);
});

// --- succession.md ---

const goesOn = (succession, publication = made.publication()) => verifySite(made.filesOfMap(publication.files), `#succession ${succession.toString('base64')}\n${made.POLICY}`);

describe('a log that took over from another one', () => {
  const { entries: whole } = made.publication();

  test('begins with its entries, and its last head was cosigned', async () => {
    const result = await goesOn(made.successionOf(whole, 4));
    assert.deepEqual(result.problems, []);
    assert.equal(result.levels.bytes, 'proven');
    assert.match(result.steps.signatures.find(step => step.what.includes('last head')).words, /w0 at .*; w1 at/);
  });

  test('with other entries, or fewer, is PUB-231', async () => {
    const other = [Buffer.from('x'), ...whole.slice(1)];
    assert.deepEqual(CODES(await goesOn(made.successionOf(other, 4))), ['PUB-231']);
    assert.deepEqual(CODES(await goesOn(made.successionOf([...whole, ...whole], whole.length + 1))), ['PUB-231']);
  });

  test('whose last head too few cosigned is PUB-233', async () => {
    const result = await goesOn(made.successionOf(whole, 4, { cosigners: [0] }));
    assert.deepEqual(CODES(result), ['PUB-233']);
    assert.equal(result.verdict, 'unchecked');
  });

  test('is believed on nobody\'s word but its own key\'s', async () => {
    assert.equal(codeOf(await goesOn(made.successionOf(whole, 4, { signer: made.OLD_KEY }))), 'SUCC-102');
    assert.equal(codeOf(await goesOn(made.successionOf(whole, 4, { old: made.keyFrom('a stranger') }))), 'SUCC-103');
    assert.equal(codeOf(await goesOn(Buffer.from('hello'))), 'NOTE-101');
  });

  test('stands once in a policy that no longer names the old one', async () => {
    const line = `#succession ${made.successionOf(whole, 4).toString('base64')}\n`;
    assert.equal(codeOf(await readPins(line + line + made.POLICY)), 'SUCC-104');
    assert.equal(codeOf(await readPins(`${line}log ${made.vkey(made.OLD_ORIGIN, 1, made.OLD_KEY.publicKey)}\n${made.POLICY}`)), 'SUCC-104');
    assert.equal(codeOf(await readPins(`#successor abc\n${made.POLICY}`)), 'SUCC-104');
    assert.equal((await readPins(`#successor ${'ab'.repeat(32)}\n${made.POLICY}`)).successor, 'ab'.repeat(32));
    assert.equal((await readPins(`# a comment\n${made.POLICY}`)).succession, null);
  });
});

// --- mirror.md, section 3 ---

const withMirrors = list => {
  const publication = made.publication();
  publication.files.set('mirrors', Buffer.from(list));
  return made.filesOfMap(publication.files);
};

describe('a list of mirrors', () => {
  test('is read, and covered, and signed by the log', async () => {
    const read = readMirrors(Buffer.from(made.mirrorList()));
    assert.equal(codeOf(read), 'ok', read.message);
    assert.deepEqual(read.mirrors[0], { name: 'university', addresses: ['https://results.example.edu/', 'http://192.0.2.7:8780/'] });
    const result = await verifySite(withMirrors(made.mirrorList()), made.POLICY);
    assert.deepEqual(CODES(result), []);
    assert.equal(result.levels.signatures, 'proven');
    assert.match(result.steps.signatures.find(step => step.what.includes('mirrors')).words, /2 mirrors, made at 2027-03-01T20:00:00Z/);
  });

  test('whose signer nobody pinned is unchecked', async () => {
    const result = await verifySite(withMirrors(made.mirrorList()), null);
    assert.deepEqual(CODES(result), []);
    assert.equal(result.steps.signatures.find(step => step.what.includes('mirrors')).state, 'unchecked');
  });

  for (const [what, list] of Object.entries({
    'signed by somebody else': made.mirrorList({ key: made.keyFrom('a stranger') }),
    'of another log': made.mirrorList({ origin: 'log.example/other' }),
    'with a changed address': made.mirrorList().replace('192.0.2.7', '192.0.2.8'),
    'with a name twice': made.mirrorList({ mirrors: ['a http://a.example/', 'a http://b.example/'] }),
    'with an address that is none': made.mirrorList({ mirrors: ['a ftp://a.example/'] }),
    'with a quotation mark in an address': made.mirrorList({ mirrors: ['a http://a.example/"x'] }),
    'without addresses': made.mirrorList({ mirrors: ['a'] }),
    'without mirrors': made.mirrorList({ mirrors: [] }),
    'with too many addresses': made.mirrorList({ mirrors: [`a${' http://a.example/'.repeat(9)}`] }),
    'of a day that is none': made.mirrorList({ at: '2027-02-30T20:00:00Z' }),
    'of a time with parts of a second': made.mirrorList({ at: '2027-03-01T20:00:00.5Z' }),
    'that is none': 'hello\n',
  })) {
    test(`${what} is PUB-230`, async () => {
      const result = await verifySite(withMirrors(list), made.POLICY);
      assert.deepEqual(CODES(result), ['PUB-230']);
      assert.equal(result.verdict, 'refuted');
    });
  }

  test('stands in no manifest', async () => {
    const pages = new Map([['index.html', Buffer.from('<p>')], ['mirrors', Buffer.from(made.mirrorList())]]);
    assert.ok(CODES(await verifySite(made.filesOfMap(made.publication({ pages }).files), made.POLICY)).includes('PUB-205'));
  });
});

// --- the library that the verify page brings along ---

test('the library says of every published signature what WebCrypto says', needsVectors, async () => {
  let valid = 0;
  for (const one of vectors('ed25519', 'cctv-edge-cases.json').vectors) {
    const [key, signature, message] = [bytesOfHex(one.key), bytesOfHex(one.sig), Buffer.from(one.msg)];
    const imported = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']).catch(() => null);
    if (!imported) continue;
    const theirs = await crypto.subtle.verify({ name: 'Ed25519' }, imported, signature, message);
    assert.equal(isSignature(signature, message, key), theirs, Buffer.from(signature).toString('hex'));
    if (theirs) valid++;
  }
  assert.ok(valid > 20, `${valid} of them are valid`);
});

test('the library knows a signature from a changed one', async () => {
  for (let i = 0; i < 20; i++) {
    const key = made.keyFrom(`key ${i}`);
    const message = Buffer.from(`message ${i}`);
    const signature = key.sign(message);
    assert.equal(isSignature(signature, message, key.publicKey), true);
    const changed = Buffer.from(signature);
    changed[i * 3] ^= 1 << i % 8;
    assert.equal(isSignature(changed, message, key.publicKey), false);
    assert.equal(isSignature(signature, Buffer.from('another'), key.publicKey), false);
  }
  assert.equal(isSignature(Buffer.alloc(64, 0xff), Buffer.from('x'), made.keyFrom('k').publicKey), false);
  assert.equal(isSignature(Buffer.alloc(3), Buffer.from('x'), made.keyFrom('k').publicKey), false);
  assert.equal((await checkSheet(sheet, made.MACHINE_KEY.publicKey)).signature, 'valid');
});
