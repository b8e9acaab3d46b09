import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64, buildTree, bytesOfHex, checkCheckpoint, checkConsistency, checkInclusion, checkNote, checkProof, hex, leafHash, nodeHash, readCheckpoint,
  readNote, readPolicy, readProof, readTilePath, readVkey, rootOfFirst, tilePath } from '../cotejo-verify.mjs';
import * as made from './samples.mjs';
import { documentText, needsVectors, vectorFile, vectors } from './shared.mjs';

const codeOf = answer => (answer.ok ? 'ok' : answer.code);
const fromBase64 = text => new Uint8Array(Buffer.from(text, 'base64'));
const keyOf = async vkey => {
  const key = await readVkey(vkey);
  assert.ok(key.ok, `${vkey.slice(0, 60)}: ${key.message}`);
  return key;
};
const block = name => [...documentText('log.md').matchAll(new RegExp(`\`\`\`${name}\n([^\`]*)\`\`\``, 'g'))].map(match => match[1]);

// --- tree ---

test('the roots of every tree of up to 70 leaves, and of their first leaves, are those of the definition', async () => {
  const leaves = Array.from({ length: 70 }, (_, i) => made.sha256(`${i}`));
  for (let n = 0; n <= leaves.length; n++) {
    const tree = await buildTree(leaves.slice(0, n));
    for (const m of n % 7 === 0 ? Array.from({ length: n + 1 }, (_, i) => i) : [n]) assert.equal(hex(await rootOfFirst(tree, m)), hex(made.treeHash(leaves.slice(0, m))), `${m} of ${n}`);
  }
});

test('every proof of inclusion in trees of up to 33 leaves holds, and none that is longer, shorter or elsewhere', async () => {
  for (const n of [1, 2, 3, 7, 8, 9, 31, 32, 33]) {
    const leaves = Array.from({ length: n }, (_, i) => made.sha256(`${i}`));
    const root = made.treeHash(leaves);
    for (let i = 0; i < n; i++) {
      const path = made.pathOf(i, leaves);
      const code = async (index, size, p, r = root) => codeOf(await checkInclusion(index, size, leaves[i], p, r));
      assert.equal(await code(i, n, path), 'ok');
      assert.equal(await code(n, n, path), 'PROOF-101');
      assert.equal(await code(i, n, [...path, root]), 'PROOF-102');
      if (path.length > 0) assert.equal(await code(i, n, path.slice(0, -1)), 'PROOF-103');
      for (let k = 0; k < path.length; k++) assert.equal(await code(i, n, path.with(k, root)), 'PROOF-104');
      assert.equal(await code(i, n, path, made.sha256('other')), 'PROOF-104');
    }
  }
});

test('every proof of consistency in trees of up to 20 leaves holds, and none that is longer, shorter or changed', async () => {
  const leaves = Array.from({ length: 20 }, (_, i) => made.sha256(`${i}`));
  const roots = Array.from({ length: 21 }, (_, i) => made.treeHash(leaves.slice(0, i)));
  for (let n = 1; n <= 20; n++) {
    for (let m = 1; m <= n; m++) {
      const path = made.consistencyOf(m, leaves.slice(0, n));
      const code = async (p, r1 = roots[m], r2 = roots[n]) => codeOf(await checkConsistency(m, n, r1, r2, p));
      assert.equal(await code(path), 'ok', `${m} ${n}`);
      assert.equal(await code([...path, roots[1]]), 'PROOF-102');
      if (path.length > 0) assert.equal(await code(path.slice(0, -1)), 'PROOF-103');
      for (let k = 0; k < path.length; k++) assert.equal(await code(path.with(k, roots[0])), 'PROOF-104');
      assert.equal(await code(path, roots[0]), 'PROOF-104');
      assert.equal(await code(path, roots[m], roots[0]), 'PROOF-104');
    }
    assert.equal(codeOf(await checkConsistency(0, n, roots[0], roots[n], [])), 'PROOF-105');
    assert.equal(codeOf(await checkConsistency(n + 1, n, roots[n], roots[n], [])), 'PROOF-105');
  }
});

test('leaves, nodes and the reference tree hash as published', needsVectors, async () => {
  const { leaf, node } = vectors('merkle', 'rfc6962-hash.json');
  for (const one of leaf) {
    const data = new TextEncoder().encode(one.dataUtf8 ?? one.data);
    assert.equal(hex(await leafHash(data)), one.hash ?? hex(fromBase64(one.hashBase64)));
  }
  for (const one of node) assert.equal(hex(await nodeHash(Buffer.from(one.leftUtf8), Buffer.from(one.rightUtf8))), one.hash);
  const { leafInputsHex, rootsBySize } = vectors('merkle', 'ct-reference-tree.json');
  const tree = await buildTree(await Promise.all(leafInputsHex.map(input => leafHash(bytesOfHex(input)))));
  for (const [size, root] of rootsBySize.entries()) assert.equal(hex(await rootOfFirst(tree, size)), root);
});

test('the published probes of inclusion are judged as published', needsVectors, async () => {
  const { probes } = vectors('merkle', 'inclusion-probes.json');
  assert.ok(probes.length >= 49);
  for (const one of probes) {
    const path = (one.proof ?? []).map(fromBase64);
    const answer = await checkInclusion(one.leafIdx, one.treeSize, fromBase64(one.leafHash), path, fromBase64(one.root));
    assert.equal(!answer.ok, one.wantErr, one.file);
  }
});

test('the published probes of consistency are judged as published', needsVectors, async () => {
  const { probes } = vectors('merkle', 'consistency-probes.json');
  assert.ok(probes.length >= 43);
  for (const one of probes) {
    const answer = await checkConsistency(one.size1, one.size2, fromBase64(one.root1), fromBase64(one.root2), (one.proof ?? []).map(fromBase64));
    assert.equal(!answer.ok, one.wantErr, one.file);
  }
});

// --- tiles ---

test('paths of tiles are as published, and read back', needsVectors, () => {
  const { tile, entries } = vectors('tiles', 'paths.json');
  for (const [level, index, width, path] of tile) {
    assert.equal(tilePath(level, index, width || 256), path);
    assert.deepEqual(readTilePath(path), { level, index, width: width || 256 });
  }
  for (const [index, width, path] of entries) assert.equal(tilePath('entries', index, width || 256), path);
});

for (const path of ['tile/0/0', 'tile/0/000.p/256', 'tile/0/000.p/0', 'tile/0/000.p/01', 'tile/00/000', 'tile/64/000', 'tile/0/x000/001', 'tile/0/001/002', 'tile/0/1000',
  'tile/0/000/', 'tile/-1/000', 'tile/data/000', 'tile/0/x1/000', '/tile/0/000', 'tile/0/000.p', 'tile/0/000.p/1/2']) {
  test(`${path} is no path of a tile`, () => assert.equal(readTilePath(path), undefined));
}

// --- keys and notes ---

test('published keys are read, broken ones refused', needsVectors, async () => {
  const { vkeys, bad } = vectors('note', 'key-id.json');
  for (const vkey of vkeys) await keyOf(vkey);
  for (const { vkey } of bad) assert.match(codeOf(await readVkey(vkey)), /^NOTE-10[345]$/, vkey);
});

test('published notes are judged as published', needsVectors, async () => {
  for (const one of vectors('note', 'signed-note.json').cases) {
    const keys = await Promise.all((one.verifiers ?? [one.vkey]).map(keyOf));
    const answer = await checkNote(one.note, keys);
    assert.equal(answer.ok, !one.error, one.name);
    if (one.text) assert.equal(answer.text, one.text);
    if (one.verified) assert.deepEqual(answer.verified.map(({ key }) => `${key.name}+${key.id}`), one.verified);
    if (one.unverified) assert.equal(answer.unknown, one.unverified.length);
  }
});

test('a changed letter, a changed name and a changed ID refuse a note', async () => {
  const key = await keyOf(made.vkey('log.example', 1, made.LOG_KEY.publicKey));
  const note = `text\n\n${made.signNote('text\n', 'log.example', made.LOG_KEY)}`;
  assert.equal(codeOf(await checkNote(note, [key])), 'ok');
  assert.equal(codeOf(await checkNote(note.replace('text', 'next'), [key])), 'NOTE-106');
  assert.equal(codeOf(await checkNote(note.replace('log', 'lag'), [key])), 'NOTE-107');
  assert.equal(codeOf(await checkNote(note, [])), 'NOTE-107');
  assert.equal(codeOf(await checkNote(note, [key, key])), 'NOTE-109');
  assert.equal(codeOf(await checkNote(note + made.signNote('other\n', 'log.example', made.LOG_KEY), [key])), 'NOTE-106');
});

const LINE = made.signNote('text\n', 'log.example', made.LOG_KEY);
const NOTES = [
  ['ok', `text\n\n${LINE}`], ['ok', `a\n\nb\n\n${LINE}`], ['ok', `\n\n${LINE}`], ['NOTE-101', `text\n${LINE}`], ['NOTE-101', `text\n\n`], ['NOTE-101', ''],
  ['NOTE-101', `text\n\n${LINE.trimEnd()}`], ['NOTE-101', `text\n\n${LINE}\n`], ['NOTE-101', `text\r\n\n${LINE}`], ['NOTE-101', `te\0xt\n\n${LINE}`],
  ['NOTE-101', `text\n\n${LINE.replace('\u2014', '-')}`], ['NOTE-101', `text\n\n${LINE.replace('log.example', 'log+example')}`],
  ['NOTE-101', `text\n\n${LINE.replace('log.example', 'log\u00a0example')}`], ['NOTE-101', `text\n\n${LINE.replace('=\n', '\n')}`],
  ['NOTE-101', `text\n\n${LINE.replace('=\n', '=\n ')}`], ['NOTE-101', `text\n\n\u2014 log.example AAAAAA==\n`], ['NOTE-101', 'text\n\n\u2014 log.example \n'],
  ['NOTE-101', `text\n\n\u2014 ${'x'.repeat(256)} ${LINE.split(' ')[2]}`], ['ok', `text\n\n\u2014 ${'x'.repeat(255)} ${LINE.split(' ')[2]}`],
  ['ok', `text\n\n${LINE.repeat(100)}`], ['NOTE-102', `text\n\n${LINE.repeat(101)}`], ['NOTE-102', `${'x'.repeat(1_048_576)}\n\n${LINE}`],
  ['NOTE-101', '\ud800\n\n' + LINE], ['NOTE-101', Uint8Array.of(0xff, 10, 10)],
];
for (const [i, [code, note]] of NOTES.entries()) test(`${code} for the form of note ${i}`, () => assert.equal(codeOf(readNote(note)), code));

test('what log.md says is refused is refused', async () => {
  const readers = { note: readNote, vkey: readVkey, checkpoint: readCheckpoint, policy: readPolicy, proof: readProof,
    path: path => readTilePath(path) ? { ok: true } : { ok: false, code: 'TLOG-104' } };
  let seen = 0;
  for (const line of block('refused')[0].trim().split('\n')) {
    const [, code, kind, text] = /^(\S+) (\S+) (.*)$/.exec(line);
    if (!readers[kind]) continue;
    seen++;
    assert.equal(codeOf(await readers[kind](text.replaceAll('\\n', '\n'))), code, line);
  }
  assert.ok(seen >= 14, `${seen}`);
});

test('the small log of log.md is proven by its own policy', async () => {
  for (const line of block('vkey')[0].trim().split('\n')) await keyOf(line);
  const [checkpoint, proof, policy] = ['checkpoint', 'proof', 'policy'].map(name => block(name)[0]);
  const head = await checkCheckpoint(checkpoint, policy);
  assert.equal(codeOf(head), 'ok', head.message);
  assert.deepEqual(head.cosigned.map(one => one.name), ['witness']);
  assert.equal(codeOf(await checkProof(proof, Buffer.from('two'), policy)), 'ok');
  assert.equal(codeOf(await checkProof(proof, Buffer.from('three'), policy)), 'PROOF-104');
});

// --- checkpoints and cosignatures ---

test('published checkpoints are judged as published', needsVectors, async () => {
  const { verifiable, exampleOnly, malformedBodies } = vectors('checkpoint', 'checkpoint.json');
  for (const one of verifiable) {
    const checked = await checkNote(one.checkpoint, [await keyOf(one.vkey)]);
    assert.equal(readCheckpoint(checked.text).origin, one.origin);
  }
  for (const one of exampleOnly) assert.ok(readCheckpoint(readNote(one.checkpoint).text).ok);
  for (const body of malformedBodies) assert.equal(codeOf(readCheckpoint(body)), 'TLOG-101', body);
});

test('a published cosignature verifies, one second later it does not', needsVectors, async () => {
  const one = vectors('cosignature', 'ed25519-v1.json');
  const key = await keyOf(one.vkey);
  const checked = await checkNote(one.checkpoint, [key]);
  assert.equal(checked.verified[0].time, BigInt(one.timestamp));
  const line = one.checkpoint.split('\n').find(text => text.startsWith('\u2014 witness'));
  const octets = Buffer.from(line.split(' ')[2], 'base64');
  octets[11]++;
  assert.equal(codeOf(await checkNote(one.checkpoint.replace(line.split(' ')[2], octets.toString('base64')), [key])), 'NOTE-106');
});

test('a cosignature of ML-DSA-44 is unchecked where the platform lacks it, and never false or fine', needsVectors, async () => {
  const { case: one } = vectors('cosignature', 'mldsa44-v1-derived.json');
  const key = await keyOf(one.vkey);
  const checked = await checkNote(`${one.checkpointBody}\n${one.signatureLine.trimEnd()}\n`, [key]);
  assert.ok(checked.ok, checked.message);
  assert.equal(checked.verified.length + checked.unchecked.length, 1);
});

const HEAD = 'log.example\n7\nWqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk=\n';
for (const [code, text] of [['ok', HEAD], ['ok', HEAD.replace('7', '1099511627776')], ['ok', HEAD.replace('log.', 'a log.')], ['TLOG-103', HEAD.replace('7', '1099511627777')],
  ['TLOG-103', HEAD.replace('7', '9'.repeat(400))], ['TLOG-101', HEAD.replace('7', '07')], ['TLOG-101', HEAD.replace('7', '-7')], ['TLOG-101', HEAD.replace('7', '')],
  ['TLOG-101', HEAD.replace('k=', 'l=')], ['TLOG-101', HEAD.replace('=', '')], ['TLOG-101', HEAD.replace('log.example', '')], ['TLOG-101', HEAD.trimEnd()],
  ['TLOG-102', `${HEAD}more\n`], ['TLOG-102', `${HEAD}\n`], ['TLOG-101', HEAD.replace('log', 'lo\u202eg')], ['TLOG-101', HEAD.replace('log.example', 'x'.repeat(256))]]) {
  test(`${code} for the checkpoint ${JSON.stringify(text).slice(0, 60)}`, () => assert.equal(codeOf(readCheckpoint(text)), code));
}

// --- policies ---

const vkeyOf = (i, type = 4, name = made.witnessName(i)) => made.vkey(name, type, made.WITNESS_KEYS[i].publicKey);
const W = [0, 1, 2].map(i => `witness w${i} ${vkeyOf(i)}\n`);
const LOG = `log ${made.vkey(made.ORIGIN, 1, made.LOG_KEY.publicKey)}\n`;
const POLICIES = [
  ['ok', 'quorum none\n'], ['ok', `# words\n\n${LOG}${W.join('')}group g any w0 w1\ngroup h all g w2\nquorum h\n`], ['ok', `${W[0]}quorum w0\n`],
  ['ok', `witness w0 \t${vkeyOf(0)}\thttps://example.org\nquorum w0\n`], ['ok', `witness w0 ${vkeyOf(0, 1)}\nquorum w0\n`],
  ['POLICY-101', 'quorum none # nobody\n'], ['POLICY-101', 'quorum\n'], ['POLICY-101', 'Quorum none\n'], ['POLICY-101', `${LOG.trimEnd()} url more\nquorum none\n`],
  ['POLICY-101', `${W[0]}group g some w0\nquorum g\n`], ['POLICY-101', `${W[0]}group g 01 w0\nquorum g\n`], ['POLICY-102', `${W[0]}${W[1].replace('w1', 'w0')}quorum w0\n`],
  ['POLICY-102', `${W[0]}group w0 any w0\nquorum w0\n`], ['POLICY-103', `${LOG}${LOG}quorum none\n`], ['POLICY-103', `${W[0]}witness w9 ${vkeyOf(0, 1)}\nquorum w0\n`],
  ['POLICY-103', `${W[0]}witness w9 ${vkeyOf(0, 4, 'another.example')}\nquorum w0\n`], ['POLICY-104', 'quorum w0\n'], ['POLICY-104', `${W[0]}group g any w1\nquorum g\n`],
  ['POLICY-104', `quorum w0\n${W[0]}`], ['POLICY-105', `${W[0]}group g any w0\ngroup h any w0\nquorum g\n`], ['POLICY-105', `${W[0]}group g any w0 w0\nquorum g\n`],
  ['POLICY-106', `${W[0]}group g 2 w0\nquorum g\n`], ['POLICY-106', `${W[0]}group g 0 w0\nquorum g\n`], ['POLICY-106', `group g all\nquorum g\n`],
  ['POLICY-107', W[0]], ['POLICY-107', 'quorum none\nquorum none\n'], ['POLICY-108', 'quorum none'], ['POLICY-108', Uint8Array.of(0xff, 10)],
  ['POLICY-108', `#${'x'.repeat(1_048_576)}\n`], ['POLICY-109', `log ${vkeyOf(0)}\nquorum none\n`], ['NOTE-103', 'witness w x\nquorum w\n'], ['NOTE-105', `${W[0].replace('w0.', 'w.').replace('/w0', '/x')}quorum w0\n`],
  ['POLICY-108', `${Array.from({ length: 257 }, (_, i) => `witness w${i} ${made.vkey('w', 4, made.keyFrom(`w${i}`).publicKey)}\n`).join('')}quorum none\n`],
];
for (const [i, [code, policy]] of POLICIES.entries()) test(`${code} for policy ${i}`, async () => assert.equal(codeOf(await readPolicy(policy)), code));

test('published policies are accepted and refused as published', needsVectors, async () => {
  const { accept, reject } = vectors('policy', 'policy.json');
  for (const { policy, n } of accept) assert.equal((await readPolicy(policy)).witnesses.size, n);
  for (const { policy, why } of reject) assert.equal((await readPolicy(policy)).ok, false, why);
});

test('a quorum is reached by those who cosigned, and by nobody else', async () => {
  const leaves = made.leavesOf([Buffer.from('one'), Buffer.from('two')]);
  const policyOf = groups => `${LOG}${W.join('')}${groups}`;
  const table = { 'quorum none\n': () => true, 'quorum w1\n': s => s.has(1), 'group g all w0 w1 w2\nquorum g\n': s => s.size === 3, 'group g any w0 w2\nquorum g\n': s => s.has(0) || s.has(2),
    'group g 2 w0 w1 w2\nquorum g\n': s => s.size >= 2, 'group g any w0 w1\ngroup h all g w2\nquorum h\n': s => (s.has(0) || s.has(1)) && s.has(2) };
  for (const [groups, reached] of Object.entries(table)) {
    for (let mask = 0; mask < 8; mask++) {
      const cosigners = [0, 1, 2].filter(i => (mask >> i) & 1);
      const answer = await checkCheckpoint(made.checkpointOf(leaves, cosigners), policyOf(groups));
      assert.equal(codeOf(answer), reached(new Set(cosigners)) ? 'ok' : 'POLICY-112', `${groups} ${cosigners}`);
    }
  }
});

test('a head that no listed log has signed is no head', async () => {
  const leaves = made.leavesOf([Buffer.from('one')]);
  assert.equal(codeOf(await checkCheckpoint(made.checkpointOf(leaves, [0, 1], 'log.example/other'), made.POLICY)), 'POLICY-110');
  assert.equal(codeOf(await checkCheckpoint(made.checkpointOf(leaves, [0, 1], made.ORIGIN, made.keyFrom('x')), made.POLICY)), 'POLICY-111');
  assert.equal(codeOf(await checkCheckpoint(made.checkpointOf(leaves).replace('\n1\n', '\n2\n'), made.POLICY)), 'NOTE-106');
});

test('one key cosigns once, however often its line stands there', async () => {
  const note = made.checkpointOf(made.leavesOf([Buffer.from('one')]), [0, 0, 0]);
  assert.equal(codeOf(await checkCheckpoint(note, made.POLICY)), 'POLICY-112');
});

// --- proofs ---

test('an entry is proven where it is, and no other is', async () => {
  const entries = Array.from({ length: 11 }, (_, i) => Buffer.from(`entry ${i}`));
  for (let i = 0; i < entries.length; i++) {
    const proof = made.proofOf(i, entries);
    const answer = await checkProof(proof, entries[i], made.POLICY);
    assert.equal(codeOf(answer), 'ok', answer.message);
    assert.equal(answer.index, i);
    assert.equal(codeOf(await checkProof(proof, entries[(i + 1) % 11], made.POLICY)), 'PROOF-104');
  }
});

test('published proofs hold for the words of their log', needsVectors, async () => {
  const { vkey, entries } = vectors('tiles', 'tessera-log', 'README.json');
  const policy = `log ${vkey}\nquorum none\n`;
  for (const [file, word] of [['tessera-1-0.tlog-proof', entries[0]], ['tessera-8-3.tlog-proof', entries[3]]]) {
    assert.equal(codeOf(await checkProof(new Uint8Array(vectorFile('proof', file)), Buffer.from(word), policy)), 'ok', file);
    assert.equal(codeOf(await checkProof(new Uint8Array(vectorFile('proof', file)), Buffer.from('nine'), policy)), 'PROOF-104', file);
  }
  for (const { proof, why } of vectors('proof', 'format.json').reject) assert.equal(codeOf(readProof(proof)), 'PROOF-107', why);
});

test('the published log has the roots of its checkpoints', needsVectors, async () => {
  const { vkey, entries } = vectors('tiles', 'tessera-log', 'README.json');
  const tree = await buildTree(await Promise.all(entries.map(word => leafHash(Buffer.from(word)))));
  for (let size = 0; size <= 8; size++) {
    const head = await checkCheckpoint(new Uint8Array(vectorFile('tiles', 'tessera-log', `checkpoint.${size}`)), `log ${vkey}\nquorum none\n`);
    assert.equal(codeOf(head), 'ok', head.message);
    assert.equal(base64(head.root), base64(await rootOfFirst(tree, size)));
    if (size > 0) {
      const bundle = vectorFile('tiles', 'tessera-log', 'tile', '0', '000.p', String(size));
      assert.equal(bundle.toString('hex'), tree.heights[0].slice(0, size).map(hex).join(''));
    }
  }
});

const PROOF = made.proofOf(1, ['a', 'b', 'c'].map(Buffer.from));
for (const [code, before, after] of [['PROOF-107', '@v1', '@v2'], ['PROOF-107', 'index 1', 'index 01'], ['PROOF-107', 'index 1', 'index'], ['PROOF-107', 'index 1\n', ''],
  ['PROOF-101', 'index 1', 'index 3'], ['PROOF-101', 'index 1', 'index 9223372036854775807'], ['PROOF-107', 'index 1', 'index 9223372036854775808'],
  ['PROOF-104', 'index 1', 'index 0'], ['PROOF-107', 'index 1', 'extra x\nindex 1'], ['ok', 'index 1', 'extra QUJD\nindex 1'], ['PROOF-107', 'index 1', 'extra \nindex 1'],
  ['PROOF-107', 'index 1\n', 'index 1\nQUJD\n'], ['PROOF-102', 'index 1\n', `index 1\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(62)}`],
  ['PROOF-102', 'index 1\n', `index 1\n${Buffer.alloc(32).toString('base64')}\n`]]) {
  test(`${code} for a proof with ${JSON.stringify(after).slice(0, 50)}`, async () => {
    assert.equal(codeOf(await checkProof(PROOF.replace(before, after), Buffer.from('b'), made.POLICY)), code);
  });
}
