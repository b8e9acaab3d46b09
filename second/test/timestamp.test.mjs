// Where timestamps lie in a publication (publication.md, section 6): the paths that are ones, and the list of them in its only form.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTimestampIndex, readTimestampPath } from '../cotejo-verify.mjs';

const HASH = '0123456789abcdef'.repeat(4);
const bytes = text => new TextEncoder().encode(text);

test('a path of a timestamp says how many entries it is over, and its own hash', () => {
  assert.deepEqual(readTimestampPath(`timestamp/12/${HASH}.tsr`), { entries: 12, hash: HASH, kind: 'tsr' });
  assert.deepEqual(readTimestampPath(`timestamp/0/${HASH}.ots`), { entries: 0, hash: HASH, kind: 'ots' });
});

test('every other name below timestamp/ is no timestamp', () => {
  for (const path of [`timestamp/012/${HASH}.tsr`, `timestamp/-1/${HASH}.tsr`, `timestamp/1/${HASH.slice(1)}.tsr`, `timestamp/1/${HASH.toUpperCase()}.tsr`,
    `timestamp/1/${HASH}.txt`, `timestamp/${HASH}.tsr`, `timestamp/1/${HASH}.tsr/`, `x/timestamp/1/${HASH}.tsr`, 'timestamp/index', `timestamp/${'9'.repeat(14)}/${HASH}.tsr`]) {
    assert.equal(readTimestampPath(path), undefined, path);
  }
});

test('the list of timestamps has one form', () => {
  const one = `timestamp/2/${HASH}.ots\n`;
  const two = `timestamp/2/${HASH}.tsr\n`;
  const ten = `timestamp/10/${HASH}.tsr\n`;
  for (const text of ['', one, one + two, one + two + ten]) assert.ok(isTimestampIndex(bytes(text)), text);
  for (const text of ['\n', one.trim(), two + one, one + one, ten + one, `${one}\n`, `${one}index.html\n`, `<p>${one}`]) {
    assert.ok(!isTimestampIndex(bytes(text)), text);
  }
  assert.ok(!isTimestampIndex(Uint8Array.of(0xff, 10)));
});
