import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOfHex, checkKey, checkSheet, figuresOfSheet, joinSheetParts, readSheet } from '../cotejo-verify.mjs';
import { MACHINE_KEY, SHEET, keyFrom, partsOf, sheetText, signedPart } from './samples.mjs';
import { documentText, needsVectors, vectors } from './shared.mjs';

const codeOf = answer => (answer.ok ? 'ok' : answer.code);
const codeWith = changes => codeOf(readSheet(sheetText(MACHINE_KEY, changes)));

test('a sheet shows its figures in the order in which entries count them', () => {
  const { ok, sheet } = readSheet(sheetText(MACHINE_KEY));
  assert.ok(ok);
  assert.deepEqual(figuresOfSheet(sheet), [[1, 210], [2, 101], ['NULL', 24], ['BLANK', 5], ['REGISTERED', 512], ['VOTERS', 340], ['BALLOTS', 340]]);
  assert.equal(sheet.signed, signedPart());
});

test('the key of the machine proves the sheet, another key refutes it', async () => {
  const { sheet } = readSheet(sheetText(MACHINE_KEY));
  assert.deepEqual(await checkSheet(sheet, MACHINE_KEY.publicKey), { ok: true, signature: 'valid' });
  assert.equal(codeOf(await checkSheet(sheet, keyFrom('another').publicKey)), 'SHEET-701');
});

test('each figure is under the signature', async () => {
  const text = sheetText(MACHINE_KEY);
  for (const [before, after] of [['1:210', '1:211'], ['NULL:24', 'NULL:25'], ['REG:512', 'REG:513'], ['/1 3/', '/2 3/'], ['FINAL', 'OPENING']]) {
    const changed = readSheet(text.replace(before, after).replace(after === 'OPENING' ? '20240728T1831' : '!', '20240728T0600'));
    assert.ok(changed.ok, before);
    assert.equal(codeOf(await checkSheet(changed.sheet, MACHINE_KEY.publicKey)), 'SHEET-701', before);
  }
});

test('a key of a rehearsal counts in no real election, and no key counts under another algorithm', async () => {
  const real = readSheet(sheetText(MACHINE_KEY, { election: 'VE-2024' })).sheet;
  assert.equal(codeOf(await checkSheet(real, MACHINE_KEY.publicKey)), 'SHEET-701');
  const plain = readSheet(sheetText(MACHINE_KEY, { election: 'VE-2024', algorithm: 'ED25519' })).sheet;
  assert.equal(codeOf(await checkSheet(plain, MACHINE_KEY.publicKey)), 'ok');
  const demo = readSheet(sheetText(MACHINE_KEY)).sheet;
  assert.equal(codeOf(await checkSheet(demo, MACHINE_KEY.publicKey, 'ED25519')), 'SHEET-701');
});

const ACCEPTED = [
  ['no other figures', { others: '' }], ['null alone', { others: 'NULL:0' }], ['blank alone', { others: 'BLANK:0' }], ['ballots alone', { counts: 'BAL:0' }],
  ['one position', { votes: '1:0' }], ['1,000 positions', { votes: Array.from({ length: 1000 }, (_, i) => `${i + 1}:0`).join(' ') }],
  ['the largest number', { votes: '1:999999999' }], ['sheet 1000 of 1000', { number: '1000 1000' }], ['a leap day', { hours: '20240229T0000 20240229T2359 +1400' }],
  ['a quarter of an hour', { hours: '20240728T0600 20240728T0600 +0545' }], ['offset -1200', { hours: '20240728T0600 20240728T0600 -1200' }],
  ['an opening report', { paper: 'OPENING', hours: '20240728T0600 20240728T0600 -0400' }], ['definition 2^128-1', { definition: String(2n ** 128n - 1n).padStart(40, '0') }],
  ['signs in ids', { machine: 'm*:+ñ€-𝔸' }], ['closing in the next year', { hours: '20241231T2359 20250101T0000 +0000' }],
];
for (const [what, changes] of ACCEPTED) test(`a sheet may have ${what}`, () => assert.equal(codeWith(changes), 'ok'));

const REFUSED = [
  ['SHEET-101', { magic: 'COTEJO2' }], ['SHEET-101', { magic: 'cotejo1' }], ['SHEET-101', { magic: ' COTEJO1' }], ['SHEET-101', { magic: '\ufeffCOTEJO1' }],
  ['SHEET-102', { algorithm: 'ed25519' }], ['SHEET-102', { algorithm: '' }], ['SHEET-102', { algorithm: 'ED25519-DEMO ' }],
  ['SHEET-103', { election: '' }], ['SHEET-103', { election: 'a b' }], ['SHEET-103', { station: 'a\u00a0b' }], ['SHEET-103', { station: 'a\\b' }],
  ['SHEET-103', { contest: 'x'.repeat(61) }], ['SHEET-103', { machine: 'n\u0303' }], ['SHEET-103', { machine: 'a\u200bb' }], ['SHEET-103', { machine: 'a\nb' }],
  ['SHEET-103', { definition: '7' }], ['SHEET-103', { definition: String(2n ** 128n).padStart(40, '0') }], ['SHEET-103', { definition: '٠'.repeat(40) }],
  ['SHEET-103', { number: '0 3' }], ['SHEET-103', { number: '4 3' }], ['SHEET-103', { number: '1 1001' }], ['SHEET-103', { number: '01 3' }],
  ['SHEET-103', { number: '1  3' }], ['SHEET-103', { number: '1' }], ['SHEET-103', { number: '1 3 3' }], ['SHEET-103', { paper: 'Final' }],
  ['SHEET-103', { hours: '20240728T0600 20240728T0559 -0400' }], ['SHEET-103', { hours: '20230229T0600 20230301T0600 -0400' }],
  ['SHEET-103', { hours: '19000229T0600 19000301T0600 -0400' }], ['SHEET-103', { hours: '20240728T2400 20240729T0600 -0400' }],
  ['SHEET-103', { hours: '20240728T0600 20240728T0660 -0400' }], ['SHEET-103', { hours: '20240728T0600 20240728T1831 -0000' }],
  ['SHEET-103', { hours: '20240728T0600 20240728T1831 -1215' }], ['SHEET-103', { hours: '20240728T0600 20240728T1831 +1415' }],
  ['SHEET-103', { hours: '20240728T0600 20240728T1831 +0410' }], ['SHEET-103', { hours: '20240728T0600 20240728T1831 +0475' }],
  ['SHEET-103', { hours: '20240728T0600 20240728T1831' }], ['SHEET-103', { hours: '20240028T0600 20240728T1831 -0400' }],
  ['SHEET-103', { hours: '20240700T0600 20240728T1831 -0400' }], ['SHEET-103', { paper: 'OPENING' }],
  ['SHEET-103', { counts: '' }], ['SHEET-103', { counts: 'VOT:1 REG:1' }], ['SHEET-103', { counts: 'REG:1 REG:1' }], ['SHEET-103', { counts: 'REG:' }],
  ['SHEET-103', { counts: 'REG:01' }], ['SHEET-103', { counts: 'REG:-1' }], ['SHEET-103', { counts: 'REG:1000000000' }], ['SHEET-103', { counts: 'REG:1 ' }],
  ['SHEET-103', { counts: 'REG 1' }], ['SHEET-103', { counts: 'NULL:1' }], ['SHEET-103', { votes: '' }], ['SHEET-103', { votes: '2:1' }],
  ['SHEET-103', { votes: '1:1 3:1' }], ['SHEET-103', { votes: '1:1  2:1' }], ['SHEET-103', { votes: '1:1 2:' }], ['SHEET-103', { votes: '0:1' }],
  ['SHEET-103', { votes: Array.from({ length: 1001 }, (_, i) => `${i + 1}:0`).join(' ') }], ['SHEET-103', { others: 'BLANK:1 NULL:1' }],
  ['SHEET-103', { others: ' ' }], ['SHEET-103', { others: 'NULL:1/' }], ['SHEET-103', { hours: '19691231T2359 19700101T0000 +0000' }],
];
for (const [code, changes] of REFUSED) {
  test(`${code} for ${JSON.stringify(changes).slice(0, 80)}`, () => assert.equal(codeWith(changes), code));
}

test('the signature is 155 digits below 2^512', () => {
  const signed = signedPart();
  const codeOfDigits = digits => codeOf(readSheet(signed + digits));
  assert.equal(codeOfDigits(String(2n ** 512n - 1n)), 'ok');
  assert.equal(codeOfDigits('0'.repeat(155)), 'ok');
  for (const digits of ['', '0'.repeat(154), '0'.repeat(156), String(2n ** 512n), `${'0'.repeat(154)}x`, `${'0'.repeat(155)}\n`, ` ${'0'.repeat(154)}`]) {
    assert.equal(codeOfDigits(digits), 'SHEET-104', digits);
  }
});

test('a sheet has at most 16,000 bytes of UTF-8', () => {
  const longest = Array.from({ length: 1000 }, (_, i) => `${i + 1}:999999999`).join(' ');
  const room = 16_000 - 155 - signedPart({ votes: longest }).length;
  assert.ok(room > 0, `${room}`);
  assert.equal(codeWith({ votes: longest }), 'ok');
  assert.equal(codeOf(readSheet('COTEJO1/'.padEnd(16_001, '/'))), 'SHEET-105');
  assert.equal(codeOf(readSheet('COTEJO1/ED25519/'.padEnd(16_000, '/'))), 'SHEET-103');
  assert.equal(codeOf(readSheet(Uint8Array.of(0x43, 0xff))), 'SHEET-105');
  assert.equal(codeOf(readSheet(Uint8Array.of(0xc0, 0xaf))), 'SHEET-105');
  assert.equal(codeOf(readSheet('COTEJO1/\ud800')), 'SHEET-105');
});

test('parts of a chained sheet are read in any order and more than once', async () => {
  const text = sheetText(MACHINE_KEY);
  for (const n of [2, 3, 16]) {
    const parts = partsOf(text, n);
    assert.deepEqual(await joinSheetParts([...parts].reverse()), { ok: true, text });
    assert.deepEqual(await joinSheetParts([parts[1], ...parts, parts[0]]), { ok: true, text });
  }
});

test('a piece may hold asterisks', async () => {
  const text = sheetText(MACHINE_KEY, { machine: '***' });
  assert.deepEqual(await joinSheetParts(partsOf(text, 16)), { ok: true, text });
});

test('SHEET-106 for parts that are missing, strange, contradictory or of another hash', async () => {
  const parts = partsOf(sheetText(MACHINE_KEY), 3);
  const other = partsOf(sheetText(MACHINE_KEY, { machine: 'M-1' }), 3);
  const changed = (i, before, after) => parts.map((part, k) => (k === i ? part.replace(before, after) : part));
  for (const wrong of [
    [], parts.slice(1), parts.slice(0, 2), [...parts, other[0]], [...parts, parts[0].replace('sim-toy', 'sim-tox')], changed(0, 'sim-toy', 'sim-tox'), changed(0, '*1*3*', '*0*3*'),
    changed(0, '*1*3*', '*4*3*'), changed(0, '*1*3*', '*01*3*'), changed(0, '*1*3*', '*1*17*'), ['COTEJO1*1*1*00000000*x'], ['COTEJO1*1*2*00000000*'],
    ['COTEJO1*1*2*0000000*x'], ['COTEJO1*1*2'], ['COTEJO2*1*2*00000000*x'], changed(1, /[0-9A-F]{8}/, digits => digits.toLowerCase().replace(/[0-9]/g, 'a')),
    partsOf(partsOf(sheetText(MACHINE_KEY), 2)[0], 2),
  ]) assert.equal(codeOf(await joinSheetParts(wrong)), 'SHEET-106', JSON.stringify(wrong).slice(0, 120));
  assert.equal(codeOf(readSheet(parts[0])), 'SHEET-106');
  assert.equal(codeOf(await joinSheetParts([...parts, '\ud800'])), 'SHEET-105');
});

test('keys of small order, out of their canonical form or off the curve are refused', () => {
  const little = value => bytesOfHex(value.toString(16).padStart(64, '0')).reverse();
  const p = 2n ** 255n - 19n;
  for (const key of [0n, 1n, p - 1n, p, p + 1n, 2n ** 255n - 1n, 2n ** 255n, 2n ** 255n + 1n, 2n ** 256n - 1n, 2n, 7n]) {
    assert.equal(codeOf(checkKey(little(key))), 'KEY-101', String(key));
  }
  assert.equal(codeOf(checkKey(little(4n * modularInverse(5n, p) % p))), 'ok'); // the base point
  assert.equal(codeOf(checkKey(new Uint8Array(31))), 'KEY-101');
});

function modularInverse(value, p) {
  let result = 1n;
  for (let bit = 0n, base = value; bit < 255n; bit++, base = base * base % p) if (((p - 2n) >> bit) & 1n) result = result * base % p;
  return result;
}

test('the edge cases of Ed25519 are judged as the enrolment rule says', needsVectors, async () => {
  const { vectors: cases } = vectors('ed25519', 'cctv-edge-cases.json');
  assert.ok(cases.length > 400);
  let enrolled = 0;
  for (const one of cases) {
    const key = bytesOfHex(one.key);
    const flags = one.flags ?? [];
    const refused = flags.includes('low_order_A') || flags.includes('non_canonical_A');
    assert.equal(codeOf(checkKey(key)), refused ? 'KEY-101' : 'ok', `${one.number}`);
    if (refused) continue;
    enrolled++;
    // The message of these cases is no sheet, so the signature is asked of a sheet made of it.
    const sheet = { algorithm: 'ED25519', election: 'x', signature: bytesOfHex(one.sig), signed: one.msg };
    assert.equal(codeOf(await checkSheet(sheet, key)), one.opensslAccepts ? 'ok' : 'SHEET-701', `${one.number}`);
    assert.equal(one.opensslAccepts, one.jdk25Accepts, 'all verifiers agree on enrolled keys');
  }
  assert.ok(enrolled > 150, `${enrolled}`);
});

test('without Ed25519 on the platform a signature is unchecked, never fine', async () => {
  const { sheet } = readSheet(sheetText(MACHINE_KEY));
  const whole = globalThis.crypto;
  const bare = { subtle: { digest: whole.subtle.digest.bind(whole.subtle), generateKey: async () => { throw new DOMException('no', 'NotSupportedError'); } } };
  Object.defineProperty(globalThis, 'crypto', { value: bare, configurable: true });
  try {
    const other = await import('../cotejo-verify.mjs?without-ed25519');
    assert.deepEqual(await other.platform(), { ed25519: false, mlDsa44: false });
    assert.deepEqual(await other.checkSheet(sheet, MACHINE_KEY.publicKey), { ok: true, signature: 'unchecked' });
  } finally {
    Object.defineProperty(globalThis, 'crypto', { value: whole, configurable: true });
  }
});

const block = name => new RegExp(`\`\`\`${name}\n([^\`]*)\`\`\``).exec(documentText('sheet.md'))[1].trim().split('\n');

test('the examples of sheet.md are signed with the key that stands there', async () => {
  const key = bytesOfHex(block('key')[0]);
  for (const text of block('sheet')) {
    const { sheet } = readSheet(text);
    assert.deepEqual(await checkSheet(sheet, key), { ok: true, signature: 'valid' });
    assert.equal(sheet.signed + text.slice(-155), text);
  }
  assert.deepEqual(await joinSheetParts(block('part')), { ok: true, text: block('sheet')[0] });
});

test('what sheet.md says is refused is refused', () => {
  for (const line of block('refused')) assert.equal(codeOf(readSheet(line.slice(10))), line.slice(0, 9), line);
});

test('the first fault from the left decides', () => {
  const text = sheetText(MACHINE_KEY);
  assert.equal(codeOf(readSheet(text.replace('DEMO/sim', 'DEMOsim'))), 'SHEET-102');
  assert.equal(codeOf(readSheet(text.replace('/1 3/', '/3 1/').slice(0, -1))), 'SHEET-103');
  for (let length = 0; length < text.length; length++) {
    // Up to the slash that ends it, a part is not there yet; behind the last slash stands the signature.
    const code = length < 8 ? 'SHEET-101' : length < text.length - 155 ? 'SHEET-103' : 'SHEET-104';
    assert.equal(codeOf(readSheet(text.slice(0, length))), code, `${length}`);
  }
});

test('the sample has every part of a sheet', () => assert.equal(Object.keys(SHEET).length, 13));
