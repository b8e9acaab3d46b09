// What the tests are made of: entries, sheets, notes and whole publications, written here from the documents, with keys from seeds. It prints what
// cotejo-verify.mjs reads, and shares no code with it.

import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';

export const sha256 = bytes => createHash('sha256').update(bytes).digest();
const octets = (...values) => Buffer.from(values);
const u64 = value => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
};

/** An Ed25519 key from a seed in words. */
export function keyFrom(words) {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), sha256(Buffer.from(words))]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32);
  return { publicKey, hex: publicKey.toString('hex'), sign: message => sign(null, Buffer.from(message), secret) };
}

// --- entries.md, section 2 ---

export function number(value) {
  const bytes = [];
  for (let left = BigInt(value); ; left >>= 7n) {
    if (left < 128n) return Buffer.from([...bytes, Number(left)]);
    bytes.push(Number(left & 127n) | 128);
  }
}

export const text = value => Buffer.concat([number(Buffer.byteLength(value)), Buffer.from(value)]);
export const list = items => Buffer.concat([number(items.length), ...items]);
const all = (...parts) => Buffer.concat(parts.map(part => (typeof part === 'string' ? text(part) : typeof part === 'number' ? octets(part) : part)));
export const entry = (kind, ...parts) => all(octets(1, kind), ...parts);
const source = (custodian, delivery) => all(custodian, number(delivery));

// --- entries.md, section 3: texts are ids, names and the like, plain numbers are octets ---

export const CONTEST = 'president';
export const STATIONS = ['10101001.01.0001', '10101001.01.0002', '10101001.02.0001'];

const definitionOf = (kind, election, options, ...more) => entry(kind, election, 'A country made up', 1, list([text('State')]),
  list([all(CONTEST, 'President', list([all('EG', 'Ana'), all('NM', 'Luis')]),
    list(Array.from({ length: options }, (_, i) => all(`Party ${i + 1}`, i % 2 ? 'NM' : 'EG'))), ...more)]),
  list([all('authority', 'Authority'), all('opposition', 'Opposition')]),
  list([all('cne', 'authority', 'The authority'), all('comando', 'opposition', 'The opposition')]),
  number(0), number(0), 'cne');
export const definition = (election = 'sim-toy', options = 2) => definitionOf(1, election, options);
export const definitionWithWriteIn = (writeIn, options = 2) => definitionOf(26, 'sim-toy', options, writeIn);
export const place = (number_, around, name) => entry(2, number(number_), number(around), name);
export const station = (custodian, delivery, code, place_, registered) => entry(3, source(custodian, delivery), code, number(place_), number(registered + 1));
export const register = (custodian, delivery) => entry(5, source(custodian, delivery), 2, 3, 0, number(0), sha256('a register'));
export const copies = (custodian, delivery, figures) => entry(5, source(custodian, delivery), 0, 1, 0, number(1_700_000_001), sha256('a file'), CONTEST, list(figures));
export const position = i => all(1, number(i));
export const candidate = id => all(0, id);
export const count = i => all(2, i);
export const figures = (custodian, delivery, code, cells) => entry(6, source(custodian, delivery), 0, 1, code, list(cells.map(cell => number(cell + 2))));
export const stationKey = (code, machine, key, algorithm = 1) => entry(16, code, machine, algorithm, key);
export const retracted = (code, custodian, delivery) => entry(18, code, source(custodian, delivery), 2);
export const committed = (id, file) => entry(19, id, 3, number(19_932), file);
export const logOpened = (origin, key, custodian = 'cne') => entry(20, origin, number(1), key, custodian);
export const publicationMade = (entries, manifest) => entry(21, number(entries), number(1_700_000_002), manifest);
export const publicationTaken = (checkpoint, custodian, delivery) =>
  entry(22, 'log.example/other', number(7), sha256('a root'), checkpoint, list([all(source(custodian, delivery), source('other', 1))]));
export const pictureCommitted = (custodian, code, root, copy = null) => entry(25, custodian, code, root, copy ? 1 : 0, ...(copy ?? []));
export const sheetGiven = (custodian, delivery, code, figures_, sheet) => {
  const end = sheet.lastIndexOf('/') + 1;
  const signature = Buffer.from(BigInt(sheet.slice(end)).toString(16).padStart(128, '0'), 'hex');
  return entry(17, source(custodian, delivery), 1, code, number(figures_), sheet.slice(0, end), signature);
};

// --- sheet.md ---

export const SHEET = {
  magic: 'COTEJO1', algorithm: 'ED25519-DEMO', election: 'sim-toy', definition: '0'.repeat(39) + '7', station: STATIONS[0], contest: CONTEST, number: '1 3',
  paper: 'FINAL', machine: 'M-0417', hours: '20240728T0600 20240728T1831 -0400', counts: 'REG:512 VOT:340 BAL:340', votes: '1:210 2:101', others: 'NULL:24 BLANK:5',
};

export const signedPart = changes => `${Object.values({ ...SHEET, ...changes }).join('/')}/`;

export function sheetText(key, changes = {}) {
  const signed = signedPart(changes);
  return signed + BigInt(`0x${key.sign(signed).toString('hex')}`).toString().padStart(155, '0');
}

export function partsOf(sheet, n) {
  const group = sha256(sheet).toString('hex').slice(0, 8).toUpperCase();
  const length = Math.ceil(sheet.length / n);
  return Array.from({ length: n }, (_, i) => `COTEJO1*${i + 1}*${n}*${group}*${sheet.slice(i * length, (i + 1) * length)}`);
}

// --- log.md ---

const leaf = bytes => sha256(Buffer.concat([octets(0), bytes]));
const node = (left, right) => sha256(Buffer.concat([octets(1), left, right]));

/** MTH of RFC 9162, 2.1.1, as it stands there. */
export function treeHash(leaves) {
  if (leaves.length === 0) return sha256('');
  if (leaves.length === 1) return leaves[0];
  const k = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return node(treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

/** PATH of RFC 9162, 2.1.3.1. */
export function pathOf(index, leaves) {
  if (leaves.length <= 1) return [];
  const k = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return index < k ? [...pathOf(index, leaves.slice(0, k)), treeHash(leaves.slice(k))] : [...pathOf(index - k, leaves.slice(k)), treeHash(leaves.slice(0, k))];
}

/** SUBPROOF of RFC 9162, 2.1.4.1. */
export function consistencyOf(m, leaves, whole = true) {
  const n = leaves.length;
  if (m === n) return whole ? [] : [treeHash(leaves)];
  const k = 2 ** Math.ceil(Math.log2(n) - 1);
  return m <= k ? [...consistencyOf(m, leaves.slice(0, k), whole), treeHash(leaves.slice(k))]
    : [...consistencyOf(m - k, leaves.slice(k), false), treeHash(leaves.slice(0, k))];
}

export const keyId = (name, kind, key) => sha256(Buffer.concat([Buffer.from(`${name}\n`), octets(kind), key])).subarray(0, 4);
export const vkey = (name, kind, key) => `${name}+${keyId(name, kind, key).toString('hex')}+${Buffer.concat([octets(kind), key]).toString('base64')}`;
export const signatureLine = (name, kind, key, signature) => `\u2014 ${name} ${Buffer.concat([keyId(name, kind, key), signature]).toString('base64')}\n`;
export const signNote = (text_, name, key) => signatureLine(name, 1, key.publicKey, key.sign(text_));
export const cosign = (text_, name, key, time) =>
  signatureLine(name, 4, key.publicKey, Buffer.concat([u64(time), key.sign(`cosignature/v1\ntime ${time}\n${text_}`)]));

export const ORIGIN = 'log.example/toy';
export const LOG_KEY = keyFrom('the key of the log');
export const WITNESS_KEYS = [keyFrom('the key of witness 0'), keyFrom('the key of witness 1'), keyFrom('the key of witness 2')];
export const witnessName = i => `witness.example/w${i}`;
export const POLICY = [
  `log ${vkey(ORIGIN, 1, LOG_KEY.publicKey)}`,
  ...WITNESS_KEYS.map((key, i) => `witness w${i} ${vkey(witnessName(i), 4, key.publicKey)}`),
  'group two 2 w0 w1 w2', 'quorum two', '',
].join('\n');

export function checkpointOf(leaves, cosigners = [0, 1], origin = ORIGIN, key = LOG_KEY) {
  const head = `${origin}\n${leaves.length}\n${treeHash(leaves).toString('base64')}\n`;
  return `${head}\n${signNote(head, origin, key)}${cosigners.map(i => cosign(head, witnessName(i), WITNESS_KEYS[i], 1_800_000_000 + i)).join('')}`;
}

export const leavesOf = entries => entries.map(leaf);

export function proofOf(index, entries) {
  const leaves = leavesOf(entries);
  const path = pathOf(index, leaves).map(hash => `${hash.toString('base64')}\n`).join('');
  return `c2sp.org/tlog-proof@v1\nindex ${index}\n${path}\n${checkpointOf(leaves)}`;
}

// --- publication.md ---

function tileName(level, index, width) {
  let name = String(index % 1000).padStart(3, '0');
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) name = `x${String(rest % 1000).padStart(3, '0')}/${name}`;
  return `tile/${level}/${name}${width === 256 ? '' : `.p/${width}`}`;
}

/** The tiles and bundles of a log, as a map from path to bytes. */
export function tilesOf(entries) {
  const files = new Map();
  let hashes = leavesOf(entries);
  const put = (level, items, join) => {
    for (let i = 0; i < items.length; i += 256) files.set(tileName(level, i / 256, Math.min(256, items.length - i)), Buffer.concat(items.slice(i, i + 256).map(join)));
  };
  put('entries', entries, bytes => Buffer.concat([octets(bytes.length >> 8, bytes.length & 255), bytes]));
  for (let level = 0; hashes.length > 0; level++) {
    put(level, hashes, hash => hash);
    hashes = Array.from({ length: Math.floor(hashes.length / 256) }, (_, i) => treeHash(hashes.slice(256 * i, 256 * i + 256)));
  }
  return files;
}

export const blobPath = bytes => {
  const name = sha256(bytes).toString('hex');
  return `blob/sha256/${name.slice(0, 2)}/${name}`;
};

export function manifestOf(entries, files) {
  const rows = [...files].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([path, bytes]) => `${sha256(bytes).toString('hex')} ${bytes.length} ${path}\n`);
  return Buffer.from(`cotejo manifest 1\nentries ${entries}\nrenderer ${sha256('a renderer').toString('hex')}\n${rows.join('')}`);
}

export const MACHINE_KEY = keyFrom('the key of a machine');

/** The entries of a small election up to its first publication; `more` follow them. */
export function entriesOfElection(more = []) {
  return [
    definition(), place(1, 0, 'North'), register('cne', 1), ...STATIONS.map((code, i) => station('cne', 1, code, 1, 500 + i)),
    ...STATIONS.map(code => stationKey(code, 'M-0417', MACHINE_KEY.publicKey)),
    logOpened(ORIGIN, LOG_KEY.publicKey),
    copies('comando', 1, [position(1), position(2), count(1), count(2), count(3), count(4), count(5)]),
    ...STATIONS.map((code, i) => sheetGiven('comando', 1, code, 7, sheetText(MACHINE_KEY, { station: code, votes: `1:${200 + i} 2:${100 + i}` }))),
    ...more,
  ];
}

/** A whole publication: {files: Map(path -> bytes), entries, policy}. What is given replaces a part of it. */
export function publication({ entries = entriesOfElection(), after = [], pages, cosigners = [0, 1], manifest } = {}) {
  const shown = pages ?? new Map([['data/report.json', Buffer.from('{}\n')], ['es/index.html', Buffer.from('<p>hola')], ['index.html', Buffer.from('<p>hello')]]);
  const committed_ = manifest ?? manifestOf(entries.length, shown);
  const whole = [...entries, publicationMade(entries.length, sha256(committed_)), ...after];
  const files = new Map([...tilesOf(whole), ...shown]);
  files.set(blobPath(committed_), committed_);
  files.set('checkpoint', Buffer.from(checkpointOf(leavesOf(whole), cosigners)));
  files.set('.cotejo-site', Buffer.from('index.html\n'));
  return { files, entries: whole, policy: POLICY };
}

/** The files of a map as verifySite wants them. */
export const filesOfMap = files => ({
  list: async () => [...files].map(([path, bytes]) => ({ path, size: bytes.length })),
  read: async path => files.has(path) ? new Uint8Array(files.get(path)) : undefined,
});

// --- receipt.md, section 2 ---

/** A compact proof of an entry, with whatever is to be its extra. */
export function compactOf(index, entries, extra = Buffer.alloc(0), cosigners = [0, 1]) {
  const leaves = leavesOf(entries);
  const head = `${ORIGIN}\n${leaves.length}\n${treeHash(leaves).toString('base64')}\n`;
  const path = pathOf(index, leaves);
  return Buffer.concat([octets(0xc1), number(leaves.length), number(index), number(extra.length), extra, octets(path.length), ...path, octets(1 + cosigners.length),
    keyId(ORIGIN, 1, LOG_KEY.publicKey), LOG_KEY.sign(head),
    ...cosigners.flatMap(i => [keyId(witnessName(i), 4, WITNESS_KEYS[i].publicKey), number(1_800_000_000 + i), WITNESS_KEYS[i].sign(`cosignature/v1\ntime ${1_800_000_000 + i}\n${head}`)])]);
}

// --- receipt.md, section 5 ---

/** The leaves of a station tree: of each station which entries it has. */
export const stationLeaf = (station, copies) => Buffer.concat([octets(1), text(station), number(copies.length), ...copies.flatMap(({ entry, leaf }) => [number(entry), leaf])]);

/** A slip of the station at this place of a tree of such leaves, and the printed line. */
export function slipOf(index, leaves) {
  const hashes = leavesOf(leaves);
  const path = pathOf(index, hashes);
  return { slip: Buffer.concat([octets(0xc3), leaves[index], octets(0xc2), number(leaves.length), number(index), octets(path.length), ...path]),
    printed: `COTEJO STATIONS ${leaves.length} ${treeHash(hashes).toString('hex').replace(/(.{8})(?!$)/g, '$1 ')}` };
}

// --- succession.md ---

export const OLD_ORIGIN = 'log.example/before';
export const OLD_KEY = keyFrom('the old log');

/** How this log took over from one that had the first `size` of its entries. */
export function successionOf(entries, size, { signer = LOG_KEY, cosigners = [0, 1], old = OLD_KEY } = {}) {
  const last = checkpointOf(leavesOf(entries.slice(0, size)), cosigners, OLD_ORIGIN, old);
  const said = `cotejo succession 1\nfrom ${vkey(OLD_ORIGIN, 1, OLD_KEY.publicKey)}\nto ${vkey(ORIGIN, 1, LOG_KEY.publicKey)}\nreason stolen\nmade 2027-03-02T08:00:00Z\n\n${last}`;
  return Buffer.from(`${said}\n${signNote(said, ORIGIN, signer)}`);
}

// --- mirror.md, section 3 ---

export function mirrorList({ origin = ORIGIN, key = LOG_KEY, at = '2027-03-01T20:00:00Z',
  mirrors = ['university https://results.example.edu/ http://192.0.2.7:8780/', 'press http://abcdefghij234567.onion/'] } = {}) {
  const list = `cotejo mirrors 1\nlog ${origin}\nmade ${at}\n${mirrors.map(mirror => `mirror ${mirror}\n`).join('')}`;
  return `${list}\n${signNote(list, origin, key)}`;
}

// --- station.md, sections 2 and 6; entries.md, kind 24 ---

/** The log of a machine as it is handed out; `change` may replace any line before the next one names its hash. */
export function machineLog(key, events, { election = 'sim-toy', code = STATIONS[0], machine = 'M-0417', algorithm = 'ED25519-DEMO', change = line => line } = {}) {
  let before = '0'.repeat(64);
  const lines = events.map((what, i) => {
    const voter = /^(?:released|release-cancelled|confirmed|receipt-|counted|spoiled|withdrawn)/.test(what);
    const unsigned = `${i + 1} 2024-07-28T06${voter ? '' : ':02'}-04:00 ${what} ${before}`;
    const line = change(`${unsigned} ${key.sign(`COTEJO-STATION-LOG1\n${algorithm}\n${election}\n${code}\n${machine}\n${unsigned}\n`).toString('hex')}`, i);
    before = sha256(line).toString('hex');
    return `${line}\n`;
  });
  return Buffer.from(`cotejo machine log 1\nelection ${election}\nstation ${code}\nmachine ${machine}\n${lines.join('')}`);
}

const minuteOf = seconds => (seconds === null ? number(0) : all(number(seconds + 1), number(32)));
export const machineLogGiven = (log, { lines, proven, parting = 0, opened = null, closing = null, counts = [0, 0, 0, 0, 0] }, code = STATIONS[0], machine = 'M-0417') =>
  entry(24, 'comando', code, machine, sha256(log), number(lines), number(proven), number(parting), minuteOf(opened), minuteOf(closing && closing[0]),
    ...(closing ?? []).slice(1).map(number), ...counts.map(number));
