// Public copies of pictures (redaction.md, section 2), written here from the document with Node's own zlib.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { crc32 as ofNode, deflateSync } from 'node:zlib';
import { checkPublicCopy, readPublicPng, readRedactionProof } from '../cotejo-verify.mjs';
import * as made from './samples.mjs';

const codeOf = answer => (answer.ok ? 'ok' : answer.code);
const u32 = value => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
};
const crc32 = ofNode ?? (bytes => {
  let crc = 0xffffffff;
  for (const octet of bytes) {
    crc ^= octet;
    for (let k = 0; k < 8; k++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
});
const chunk = (name, content = Buffer.alloc(0)) => {
  const named = Buffer.concat([Buffer.from(name), content]);
  return Buffer.concat([u32(content.length), named, u32(crc32(named))]);
};
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const header = (width, height, rest = '0800000000') => chunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from(rest, 'hex')]));
const rowsOf = (pixels, width, filter = 0) => Buffer.concat(Array.from({ length: pixels.length / width }, (_, y) =>
  Buffer.concat([Buffer.of(filter), pixels.subarray(y * width, y * width + width)])));
const pngOf = (pixels, width, { options, behind = Buffer.alloc(0), extra = Buffer.alloc(0), end = Buffer.alloc(0), filter } = {}) => Buffer.concat([SIGNATURE,
  header(width, pixels.length / width), extra, chunk('IDAT', Buffer.concat([deflateSync(rowsOf(pixels, width, filter), options), behind])), chunk('IEND'), end]);

const leafOf = (salt, body) => made.sha256(Buffer.concat([Buffer.of(0), salt, body]));
const WIDTH = 130;
const HEIGHT = 100;

/** A picture of 3 x 2 tiles whose tile number `covered` is covered, with its proof. */
function copyOf(covered = 1) {
  const pixels = randomBytes(WIDTH * HEIGHT);
  const seen = Buffer.from(pixels);
  const leaves = [];
  const add = (body, isSeen) => {
    const salt = randomBytes(32);
    leaves.push({ salt, hash: leafOf(salt, body), isSeen });
  };
  add(Buffer.concat([Buffer.of(0), made.text('cotejo-redaction/1'), ...[WIDTH, HEIGHT, 64, 1].map(made.number)]), true);
  add(Buffer.from('01ff', 'hex'), false);
  add(Buffer.from('02ff', 'hex'), false);
  for (let tile = 0; tile < 6; tile++) {
    const [column, row] = [tile % 3, Math.floor(tile / 3)];
    const lines = [];
    for (let y = row * 64; y < Math.min(HEIGHT, row * 64 + 64); y++) {
      const [from, to] = [y * WIDTH + column * 64, y * WIDTH + Math.min(WIDTH, column * 64 + 64)];
      lines.push(pixels.subarray(from, to));
      if (tile === covered) seen.fill(0, from, to);
    }
    add(Buffer.concat([Buffer.of(3), made.number(column), made.number(row), ...lines]), tile !== covered);
  }
  const root = made.treeHash(leaves.map(leaf => leaf.hash)).toString('hex');
  const lines = leaves.map(({ salt, hash, isSeen }) => (isSeen ? `+ ${salt.toString('base64')} ${hash.toString('base64')}\n` : `- ${hash.toString('base64')}\n`));
  return { seen, root, proof: Buffer.from(`cotejo-redaction/1\nsize ${WIDTH} ${HEIGHT}\nfields 1\nroot ${root}\n${lines.join('')}`) };
}

const COPY = copyOf();

test('a copy holds against its proof and its root, however its PNG is packed', async () => {
  for (const options of [{ level: 0 }, { level: 1 }, { level: 9 }, { strategy: 2 }, { strategy: 4 }, { windowBits: 9 }]) {
    const checked = await checkPublicCopy(pngOf(COPY.seen, WIDTH, { options }), COPY.proof, COPY.root);
    assert.deepEqual(checked, { ok: true, root: COPY.root, covered: 1, tiles: 6, fields: 1 });
  }
});

test('pictures of one colour, of few and of text-like rows are unpacked as they were packed', () => {
  for (const make of [() => 0, i => i % 7, i => (i * i) >> 3, i => (i % 130 < 60 ? 255 : i & 3)]) {
    const pixels = Buffer.from(Array.from({ length: WIDTH * 300 }, (_, i) => make(i) & 255));
    for (const level of [0, 1, 6, 9]) assert.deepEqual(Buffer.from(readPublicPng(pngOf(pixels, WIDTH, { options: { level } })).values), pixels);
  }
});

test('one other pixel, one that is not black, another size, another root', async () => {
  const [light, dark] = [Buffer.from(COPY.seen), Buffer.from(COPY.seen)];
  light[0] ^= 1;
  dark[70] = 1;
  assert.equal(codeOf(await checkPublicCopy(pngOf(light, WIDTH), COPY.proof)), 'REDACT-202');
  assert.equal(codeOf(await checkPublicCopy(pngOf(dark, WIDTH), COPY.proof)), 'REDACT-203');
  assert.equal(codeOf(await checkPublicCopy(pngOf(COPY.seen.subarray(WIDTH), WIDTH), COPY.proof)), 'REDACT-201');
  assert.equal(codeOf(await checkPublicCopy(pngOf(COPY.seen, WIDTH), COPY.proof, copyOf().root)), 'REDACT-205');
  const other = Buffer.from(COPY.proof.toString().replace(COPY.root, '0'.repeat(64)));
  assert.equal(codeOf(await checkPublicCopy(pngOf(COPY.seen, WIDTH), other)), 'REDACT-204');
});

test('what hides in a PNG is found wherever it is', () => {
  const text = chunk('tEXt', Buffer.from('a name'));
  for (const [name, png] of Object.entries({
    'a text': pngOf(COPY.seen, WIDTH, { extra: text }), 'behind the end': pngOf(COPY.seen, WIDTH, { end: Buffer.of(0) }),
    'behind the packed pixels': pngOf(COPY.seen, WIDTH, { behind: Buffer.of(7) }),
    'more rows than the head says': Buffer.concat([SIGNATURE, header(WIDTH, HEIGHT - 1), chunk('IDAT', deflateSync(rowsOf(COPY.seen, WIDTH))), chunk('IEND')]),
  })) assert.equal(codeOf(readPublicPng(png)), 'REDACT-108', name);
});

test('what is no PNG of grey pixels is refused', () => {
  const packed = deflateSync(rowsOf(COPY.seen, WIDTH));
  const whole = pngOf(COPY.seen, WIDTH);
  for (const [name, png] of Object.entries({
    nothing: Buffer.alloc(0), 'the signature alone': SIGNATURE, colours: Buffer.concat([SIGNATURE, header(WIDTH, HEIGHT, '0802000000'), chunk('IDAT', packed), chunk('IEND')]),
    'a filter that there is not': pngOf(COPY.seen, WIDTH, { filter: 5 }), 'no pixels': Buffer.concat([SIGNATURE, header(WIDTH, HEIGHT), chunk('IEND')]),
    'fewer rows': Buffer.concat([SIGNATURE, header(WIDTH, HEIGHT + 1), chunk('IDAT', packed), chunk('IEND')]), 'no end': whole.subarray(0, whole.length - 12),
    'a sum that is wrong': Buffer.concat([SIGNATURE, header(WIDTH, HEIGHT), chunk('IDAT', Buffer.concat([packed.subarray(0, -1), Buffer.of(packed.at(-1) ^ 1)])), chunk('IEND')]),
  })) assert.equal(codeOf(readPublicPng(png)), 'REDACT-107', name);
  assert.equal(codeOf(readPublicPng(Buffer.concat([SIGNATURE, header(99_999, 99_999), chunk('IEND')]))), 'REDACT-103');
});

test('other forms of a proof are refused', () => {
  const text = COPY.proof.toString();
  const forms = ['', `${text}\n`, text.trimEnd(), text.replaceAll('\n', '\r\n'), text.replace('size 130', 'size 0130'), text.replace('fields 1', 'fields 2'),
    text.replace('\n+ ', '\n- '), text.replace('\n- ', '\n+ '), text.replace('/1', '/2'), text.replace(/=\n/, '\n'), text.replace('root ', 'root F')];
  for (const form of forms) assert.equal(codeOf(readRedactionProof(Buffer.from(form))), 'REDACT-106', form.slice(0, 60));
});

test('a packed stream cut or changed anywhere is refused and never hangs', () => {
  const packed = deflateSync(rowsOf(COPY.seen.map(pixel => pixel & 31), WIDTH));
  for (let at = 0; at < packed.length; at += 37) {
    const changed = Buffer.from(packed);
    changed[at] ^= 16;
    for (const data of [packed.subarray(0, at), changed]) {
      const png = Buffer.concat([SIGNATURE, header(WIDTH, HEIGHT), chunk('IDAT', data), chunk('IEND')]);
      assert.match(codeOf(readPublicPng(png)), /^REDACT-10[78]$/, `at ${at}`);
    }
  }
});
