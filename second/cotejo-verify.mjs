// The second verifier of Cotejo: one file, no dependencies, no build. It runs unchanged in Node (20 or newer) and in browsers.
//
// It was written from the documents in docs/formats alone, without a look at the first one, so that two programs that share no
// line must agree on what a sheet, an entry, a log and a publication prove. Whoever wants to be certain of an answer can read this file
// beside those documents from top to bottom: each chapter names the document and the section that it follows.
//
//     1 answers and bytes     5 the Merkle tree                      9 the publication (publication.md)
//     2 keys and signatures   6 notes, checkpoints, cosignatures    10 one question a line (docs/second-implementation.md)
//     3 the sheet (sheet.md)  7 policies and proofs (log.md)        11 the command line
//     4 entries (entries.md)  8 entries in their order
//
// Rules of the house: every byte from outside is untrusted. What is malformed is answered with a public code, never with an exception. Reading takes
// time and memory in proportion to the bytes that are there, never to a number that they promise. Arithmetic of keys and signatures is the platform's (WebCrypto);
// what the platform cannot check is said to be unchecked, in words, and never counts as proven.

// ------------------------------------------------------------------------------------------------------------------------
// 1  Answers and bytes
// ------------------------------------------------------------------------------------------------------------------------

/** What is refused inside; it leaves this module only as an answer {ok: false, code, message, at}. */
class Refusal extends Error {
  constructor(code, message, at) {
    super(message);
    this.code = code;
    this.at = at;
  }
}

function refuse(code, message, at) {
  throw new Refusal(code, message, at);
}

const asRefused = error => {
  if (!(error instanceof Refusal)) throw error; // a fault of this program: to be seen, never taken for an answer
  return error.at === undefined
    ? { ok: false, code: error.code, message: error.message }
    : { ok: false, code: error.code, message: error.message, at: error.at };
};

/** Makes of a function that may refuse one that answers {ok: true, ...} or {ok: false, code, message}. */
const answering = work => (...given) => {
  try {
    return { ok: true, ...work(...given) };
  } catch (error) {
    return asRefused(error);
  }
};

const answeringLater = work => async (...given) => {
  try {
    return { ok: true, ...(await work(...given)) };
  } catch (error) {
    return asRefused(error);
  }
};

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();
export const utf8 = text => encoder.encode(text);

/** The text of these bytes, or undefined: overlong forms, halves of surrogate pairs and cut characters are no UTF-8. */
export function textOf(bytes) {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text or bytes as [text, bytes]; the text is undefined if it is not UTF-8. */
function textAndBytes(given) {
  if (typeof given !== 'string') return [textOf(given), given];
  return [/\p{Surrogate}/u.test(given) ? undefined : given, utf8(given)];
}

export const hex = bytes => Array.from(bytes, octet => octet.toString(16).padStart(2, '0')).join('');

/** The bytes of small or capital hexadecimal digits, or undefined. */
export function bytesOfHex(text) {
  if (typeof text !== 'string' || text.length % 2 || !/^[0-9a-fA-F]*$/.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => parseInt(text.slice(2 * i, 2 * i + 2), 16));
}

export function base64(bytes) {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
}

/** The bytes of padded standard base64 in its one form, or undefined. */
function bytesOfBase64(text) {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4) return undefined;
  const bytes = Uint8Array.from(atob(text), character => character.charCodeAt(0));
  return base64(bytes) === text ? bytes : undefined; // bits left over in the last digit must be zero
}

export function sameBytes(a, b) {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function joined(...pieces) {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Decimal digits without sign and without leading zeros, at most `most`; else undefined. */
function decimal(text, most) {
  if (!/^(?:0|[1-9][0-9]{0,18})$/.test(text)) return undefined;
  const value = BigInt(text);
  return value <= BigInt(most) ? Number(value) : undefined;
}

/** A number as octets, most significant first. */
function bigEndian(value, length) {
  return bytesOfHex(BigInt(value).toString(16).padStart(2 * length, '0'));
}

const numberOf = bytes => BigInt('0x0' + hex(bytes));

/** Browsers keep WebCrypto from pages that are no secure context: plain http from another machine. */
const NO_CRYPTO = 'this page may not compute hashes: open it from a file, from localhost or by https';

// What is asked where the platform has no arithmetic of its own: nothing, unless somebody brings a library (useSpare).
const spare = { sha256: undefined, ed25519: undefined };

/**
 * Takes a library for where the platform's arithmetic is kept from this program or lacks Ed25519: sha256(bytes) gives a hash; ed25519(signature, message,
 * key) says whether a signature is true by the rule of sheet.md, section 3. The platform's own is asked first wherever it is there.
 */
export function useSpare({ sha256: hash, ed25519: verify }) {
  spare.sha256 = hash;
  spare.ed25519 = verify;
}

const hasCrypto = () => globalThis.crypto?.subtle !== undefined || spare.sha256 !== undefined;

export async function sha256(bytes) {
  if (!hasCrypto()) refuse('LIMIT', NO_CRYPTO);
  if (globalThis.crypto?.subtle === undefined) return spare.sha256(bytes);
  return new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes));
}

// ------------------------------------------------------------------------------------------------------------------------
// 2  Keys and signatures (RFC 8032; sheet.md, sections 3 and 4)
// ------------------------------------------------------------------------------------------------------------------------

// Verifiers in use disagree about keys that are not in their canonical form or have small order, and about nothing else that matters here. Such
// keys are refused, and then the platform's verification (cofactorless, S below the group order) is everybody's.

const P = 2n ** 255n - 19n;
const D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n; // -121665/121666 modulo P

function power(base, exponent) {
  let result = 1n;
  for (base %= P; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % P;
    base = (base * base) % P;
  }
  return result;
}

// The eight points whose order divides eight have these five y coordinates.
const SMALL_ORDER_Y = new Set([
  0n,
  1n,
  P - 1n,
  2707385501144840649318225287225658788936804267575313519463743609750303402022n,
  P - 2707385501144840649318225287225658788936804267575313519463743609750303402022n,
]);

/** Why these 32 bytes are no public key of Ed25519 that all verifiers treat alike, or undefined if they are one. */
function faultOfKey(key) {
  if (key.length !== 32) return 'a key of 32 bytes was expected';
  const encoded = numberOf(Uint8Array.from(key).reverse()); // little-endian; a copy, since a Buffer.slice() is none
  const y = encoded & (2n ** 255n - 1n); // the highest bit is the sign of x
  if (y >= P) return 'the key is not in its canonical form';
  if (SMALL_ORDER_Y.has(y)) return 'the key has small order';
  // The curve is -x² + y² = 1 + D x² y², so x² = (y² - 1) / (D y² + 1): a key is a point if that is a square (Euler's criterion).
  const square = ((y * y - 1n + P) * power(D * y * y + 1n, P - 2n)) % P;
  return power(square, (P - 1n) / 2n) === 1n ? undefined : 'the key is no point of the curve';
}

/** {ok: true} for a key that may be enrolled, else KEY-101. */
export const checkKey = answering(key => {
  const fault = faultOfKey(key);
  if (fault) refuse('KEY-101', fault);
});

export const ED25519 = { importAs: 'raw', algorithm: { name: 'Ed25519' }, keyBytes: 32, signatureBytes: 64 };
const ML_DSA_44 = { importAs: 'raw-public', algorithm: { name: 'ML-DSA-44' }, keyBytes: 1312, signatureBytes: 2420 };

/** 'valid', 'false', or 'unchecked' where this platform does not know the algorithm. */
async function checkSignature(kind, key, signature, message) {
  if (signature.length !== kind.signatureBytes || key.length !== kind.keyBytes) return 'false';
  const subtle = globalThis.crypto?.subtle;
  if (!subtle || !(await knows(kind))) {
    if (kind !== ED25519 || !spare.ed25519) return 'unchecked';
    return spare.ed25519(signature, message, key) ? 'valid' : 'false';
  }
  try {
    const imported = await subtle.importKey(kind.importAs, key, kind.algorithm, false, ['verify']);
    return (await subtle.verify(kind.algorithm, imported, signature, message)) ? 'valid' : 'false';
  } catch (error) {
    // The algorithm is there, as knows() has seen: so it is these bytes that the platform takes for no key.
    return 'false';
  }
}

const known = new Map();

/** Whether this platform has the algorithm: it is asked once, by making a key pair, signing with it and verifying that. */
export function knows(kind) {
  const name = kind.algorithm.name;
  if (!known.has(name)) known.set(name, tryOut(kind));
  return known.get(name);
}

async function tryOut(kind) {
  try {
    const subtle = globalThis.crypto.subtle;
    const pair = await subtle.generateKey(kind.algorithm, true, ['sign', 'verify']);
    const key = await subtle.exportKey(kind.importAs, pair.publicKey);
    const imported = await subtle.importKey(kind.importAs, key, kind.algorithm, false, ['verify']);
    const message = utf8('a message');
    const signature = new Uint8Array(await subtle.sign(kind.algorithm, pair.privateKey, message));
    const good = await subtle.verify(kind.algorithm, imported, signature, message);
    return good && !(await subtle.verify(kind.algorithm, imported, signature, utf8('another')));
  } catch {
    return false;
  }
}

/** What can be checked here: {ed25519, mlDsa44}. */
export async function platform() {
  const has = async kind => globalThis.crypto?.subtle !== undefined && (await knows(kind));
  return { ed25519: (await has(ED25519)) || spare.ed25519 !== undefined, mlDsa44: await has(ML_DSA_44) };
}

// ------------------------------------------------------------------------------------------------------------------------
// 3  The sheet (sheet.md)
// ------------------------------------------------------------------------------------------------------------------------

const SHEET_BYTES = 16_000;
const SHEET_ALGORITHMS = ['ED25519', 'ED25519-DEMO'];
const MOST_VOTES = 999_999_999;
const MOST_POSITIONS = 1_000; // entries.md: the position of a ballot option is 1 to 1,000
const WITHOUT_PLACE_IN_TEXT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u; // control, format, line and paragraph separators, halves of pairs

/** Why this is not text as entries.md, section 2 says, or undefined. */
function faultOfText(text) {
  if (WITHOUT_PLACE_IN_TEXT.test(text)) return 'a control, format or separator character';
  if (text.normalize('NFC') !== text) return 'not composed (NFC)';
  return undefined;
}

/** Why this is no id, or undefined. */
function faultOfId(id) {
  if (id.length < 1 || id.length > 60) return 'an id of 1 to 60 characters was expected';
  if (/[\s/\\]|\p{White_Space}/u.test(id)) return 'an id holds no white space and no slash';
  if (utf8(id).length > 240) return 'an id has at most 240 bytes';
  return faultOfText(id);
}

/**
 * Reads a sheet (section 2) from its text or bytes: {ok, sheet} or a refusal of section 7.
 * Length and UTF-8 are checked first, then the parts from the left: the first fault decides.
 */
export const readSheet = answering(given => {
  const [text, bytes] = textAndBytes(given);
  if (text === undefined) refuse('SHEET-105', 'the text is not UTF-8');
  if (bytes.length > SHEET_BYTES) refuse('SHEET-105', `the text has ${bytes.length} bytes, at most ${SHEET_BYTES} were expected`);
  const end = text.lastIndexOf('/') + 1; // what follows the last slash is the signature
  const sheet = readSigned(text.slice(0, end));
  if (sheet.rest !== '') refuse('SHEET-103', 'a part is left over before the signature');
  sheet.signature = readSignatureDigits(text.slice(end));
  delete sheet.rest;
  return { sheet };
});

/** Reads the signed part of a sheet; what follows its last slash is left in `rest`. */
function readSigned(text) {
  if (text.startsWith('COTEJO1*')) refuse('SHEET-106', 'this is one part of a chained sheet: the others are missing');
  if (!text.startsWith('COTEJO1/')) refuse('SHEET-101', 'this does not begin with COTEJO1/');
  const part = {};
  let from = 0;
  const wrong = (name, why) => refuse('SHEET-103', `${name}: ${why}`);
  const next = name => {
    const slash = text.indexOf('/', from);
    if (slash < 0) wrong(name, 'a slash behind it was expected');
    part[name] = text.slice(from, slash);
    if (name === 'algorithm' && !SHEET_ALGORITHMS.includes(part.algorithm)) refuse('SHEET-102', `the algorithm '${part.algorithm.slice(0, 60)}' is not known`);
    from = slash + 1;
    return part[name];
  };
  const id = name => {
    const fault = faultOfId(next(name));
    if (fault) wrong(name, fault);
    return part[name];
  };
  next('magic');
  const algorithm = next('algorithm');
  const election = id('election');
  const definition = next('definition');
  if (!/^[0-9]{40}$/.test(definition) || BigInt(definition) >= 2n ** 128n) wrong('definition', '40 digits below 2^128 were expected');
  const station = id('station');
  const contest = id('contest');
  const pair = next('number').split(' ').map(digits => decimal(digits, 1000));
  const [sheetNumber, ofSheets] = pair;
  if (pair.length !== 2 || !sheetNumber || !ofSheets || sheetNumber > ofSheets) wrong('number', 'k n, 1 to 1000 each, was expected');
  const paper = next('paper');
  if (paper !== 'FINAL' && paper !== 'OPENING') wrong('paper', 'FINAL or OPENING was expected');
  const machine = id('machine');
  const hours = readHours(next('hours'), paper, why => wrong('hours', why));
  const counts = readNamed(next('counts'), ['REG', 'VOT', 'BAL'], why => wrong('counts', why));
  if (Object.keys(counts).length === 0) wrong('counts', 'at least one was expected');
  const votes = readVotes(next('votes'), why => wrong('votes', why));
  const others = readNamed(next('others'), ['NULL', 'BLANK'], why => wrong('others', why));
  const figures = { algorithm, election, definition, station, contest, sheetNumber, ofSheets, paper, machine, ...hours, counts, votes, others };
  return { ...figures, signed: text.slice(0, from), rest: text.slice(from) };
}

function readHours(part, paper, wrong) {
  const pieces = part.split(' ');
  if (pieces.length !== 3) wrong('opening, closing and offset were expected');
  const [opened, closed, offset] = pieces;
  for (const time of [opened, closed]) if (!isLocalTime(time)) wrong(`'${time.slice(0, 20)}' is no time yyyymmddThhmm`);
  if (closed < opened) wrong('closing is before opening'); // same length and widest unit first: texts compare as times
  if (paper === 'OPENING' && closed !== opened) wrong('an opening report has one time twice');
  const [, sign, h, m] = /^([+-])([0-9]{2})([0-9]{2})$/.exec(offset) ?? wrong('an offset +hhmm or -hhmm was expected');
  const minutes = (sign === '-' ? -1 : 1) * (60 * Number(h) + Number(m));
  if (Number(m) % 15 || Number(m) > 45 || minutes < -720 || minutes > 840 || offset === '-0000') wrong('an offset from -1200 to +1400 was expected');
  return { opened, closed, offset };
}

function isLocalTime(text) {
  const match = /^([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day, hour, minute] = match.slice(1).map(Number);
  if (year < 1970 || month < 1 || month > 12 || hour > 23 || minute > 59) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

/** `NAME:number` separated by single spaces, names in the order given, each at most once; an empty part has none. */
function readNamed(part, names, wrong) {
  const read = {};
  let next = 0;
  for (const item of part === '' ? [] : part.split(' ')) {
    const colon = item.indexOf(':');
    const place = names.indexOf(item.slice(0, Math.max(colon, 0)), next);
    const value = decimal(item.slice(colon + 1), MOST_VOTES);
    if (place < 0 || value === undefined) wrong(`'${item.slice(0, 40)}' is not what was expected: ${names.join(', ')} in this order`);
    read[names[place]] = value;
    next = place + 1;
  }
  return read;
}

/** `position:votes` for positions 1, 2, 3 ..., separated by single spaces. */
function readVotes(part, wrong) {
  const items = part.split(' ');
  if (items.length > MOST_POSITIONS) wrong(`at most ${MOST_POSITIONS} positions were expected`);
  return items.map((item, i) => {
    const prefix = `${i + 1}:`;
    const value = item.startsWith(prefix) ? decimal(item.slice(prefix.length), MOST_VOTES) : undefined;
    if (value === undefined) wrong(`'${item.slice(0, 40)}' is not position ${i + 1} with its votes`);
    return value;
  });
}

function readSignatureDigits(digits) {
  if (!/^[0-9]{155}$/.test(digits) || BigInt(digits) >= 2n ** 512n) refuse('SHEET-104', 'signature: 155 digits below 2^512 were expected');
  return bigEndian(BigInt(digits), 64);
}

/** The figures of a sheet in the order in which an entry of kind 17 counts them: [name, number] each. */
export function figuresOfSheet(sheet) {
  return [
    ...sheet.votes.map((votes, i) => [i + 1, votes]),
    ...[['NULL', sheet.others.NULL], ['BLANK', sheet.others.BLANK], ['REGISTERED', sheet.counts.REG], ['VOTERS', sheet.counts.VOT],
      ['BALLOTS', sheet.counts.BAL]].filter(([, value]) => value !== undefined),
  ];
}

const MOST_PARTS = 16;

/** One printed part of a chained sheet (section 5). */
function readPart(text) {
  const malformed = why => refuse('SHEET-106', `this part of a chained sheet is malformed: ${why}`);
  if (!text.startsWith('COTEJO1*')) malformed('COTEJO1* was expected');
  const fields = text.split('*');
  if (fields.length < 5) malformed('five fields between asterisks were expected');
  const i = decimal(fields[1], MOST_PARTS);
  const n = decimal(fields[2], MOST_PARTS);
  if (!n || n < 2 || !i || i > n) malformed('i of n, 2 to 16, was expected');
  if (!/^[0-9A-F]{8}$/.test(fields[3])) malformed('a group of 8 hexadecimal digits in capitals was expected');
  const piece = fields.slice(4).join('*');
  if (piece === '') malformed('its piece is empty');
  return { i, n, group: fields[3], piece };
}

/** Puts the parts of one chained sheet together, read in any order and more than once: {ok, text} or SHEET-106. */
export const joinSheetParts = answeringLater(async texts => {
  if (texts.length === 0 || texts.length > 1_000) refuse('SHEET-106', 'parts of one sheet were expected');
  const parts = texts.map(given => {
    const [text, bytes] = textAndBytes(given);
    if (text === undefined || bytes.length > SHEET_BYTES) refuse('SHEET-105', 'a part is not UTF-8, or too long');
    return readPart(text);
  });
  const { n, group } = parts[0];
  const pieces = new Array(n).fill(undefined);
  for (const part of parts) {
    if (part.n !== n || part.group !== group) refuse('SHEET-106', 'these parts belong to different sheets');
    if (pieces[part.i - 1] !== undefined && pieces[part.i - 1] !== part.piece) refuse('SHEET-106', `part ${part.i} is there in two forms`);
    pieces[part.i - 1] = part.piece;
  }
  const missing = pieces.flatMap((piece, i) => (piece === undefined ? [i + 1] : []));
  if (missing.length > 0) refuse('SHEET-106', `missing: part ${missing.join(', ')} of ${n}`);
  const text = pieces.join('');
  if (utf8(text).length > SHEET_BYTES) refuse('SHEET-105', `the parts together have more than ${SHEET_BYTES} bytes`);
  if (!hex(await sha256(utf8(text))).toUpperCase().startsWith(group)) refuse('SHEET-106', 'the whole does not have the hash of its group');
  if (text.startsWith('COTEJO1*')) refuse('SHEET-106', 'a chained sheet within a chained sheet');
  return { text };
});

const isRehearsal = election => election.startsWith('sim-') || election.startsWith('demo-');

/**
 * Checks a sheet that was read against the key of its machine: {ok: true, signature: 'valid' | 'unchecked'}, or KEY-101, SHEET-701.
 * `algorithm` is that with which the key was enrolled; left out, it is taken to be the sheet's.
 */
export const checkSheet = answeringLater(async (sheet, key, algorithm = sheet.algorithm) => {
  const fault = faultOfKey(key);
  if (fault) refuse('KEY-101', fault);
  if (sheet.algorithm === 'ED25519-DEMO' && !isRehearsal(sheet.election)) refuse('SHEET-701', 'a key of a rehearsal counts in no other election');
  if (algorithm !== sheet.algorithm) refuse('SHEET-701', `the key is one of ${algorithm}, the sheet says ${sheet.algorithm}`);
  const signature = await checkSignature(ED25519, key, sheet.signature, utf8(sheet.signed));
  if (signature === 'false') refuse('SHEET-701', "the signature is not the station's");
  return { signature };
});

// ------------------------------------------------------------------------------------------------------------------------
// 4  Entries (entries.md)
// ------------------------------------------------------------------------------------------------------------------------

const ENTRY_BYTES = 65_535;
const LARGEST_NUMBER = 2n ** 63n - 1n;
const MOST_OF_A_LIST = 5_000;
const MOST_PLACES = 20_000_000;
const MOST_STATIONS = 20_000_000;

/** Section 4: what stands first has the octet 0. */
const ALTERNATIVES = {
  Origin: ['DERIVED', 'IMPORTED'],
  SourceKind: ['COPIES', 'ANNOUNCED', 'REGISTER'],
  Provenance: ['PUBLISHED', 'ACCREDITED', 'POSTED', 'OFFICIAL', 'UNLAWFUL', 'UNKNOWN'],
  Count: ['VALID', 'NULL', 'BLANK', 'REGISTERED', 'VOTERS', 'BALLOTS'],
  Paper: ['FINAL', 'OPENING_REPORT'],
  Way: ['UNSTATED', 'TRANSMITTED', 'BY_HAND'],
  CorrectionReason: ['ARITHMETIC', 'TRANSCRIPTION', 'RECOUNT', 'COURT_ORDER'],
  SlotRole: ['PRESIDING_OFFICER', 'SECRETARY', 'MEMBER', 'PARTY_WITNESS', 'OPERATOR', 'OBSERVER'],
  SlotState: ['SIGNED', 'ABSENT', 'REFUSED', 'NONE_ACCREDITED', 'NOT_VISIBLE'],
  Incident: ['LATE_OPENING', 'MACHINE_FAILED', 'VOTING_INTERRUPTED', 'VIOLENCE', 'INTIMIDATION', 'ASSISTED_VOTING_ABUSED', 'BALLOT_STUFFING',
    'POLL_BOOK_IRREGULAR', 'CLOSING_DELAYED', 'COUNT_NOT_PUBLIC', 'SHEET_NOT_PRINTED', 'NOT_TRANSMITTED'],
  Denial: ['COPY_REFUSED', 'WITNESS_PUT_OUT', 'WITNESS_NOT_ADMITTED', 'BOX_COUNT_REFUSED', 'NOT_POSTED'],
  DenialForm: ['UNSIGNED', 'SIGNED', 'SWORN'],
  CustodyItem: ['BOX', 'ORIGINAL_SHEET', 'POLL_BOOK'],
  CustodyStep: ['SEALED', 'HANDED_OVER', 'DEPOSITED', 'OPENED', 'COUNTED', 'MISSING', 'DENIED', 'DESTROYED'],
  AuditState: ['PLANNED', 'DONE', 'CANCELLED'],
  CoverageBase: ['STATIONS', 'REGISTER', 'UNSTATED'],
  CoverageRounding: ['NEAREST', 'DOWN', 'UP', 'UNSTATED'],
  KeyAlgorithm: ['ED25519', 'ED25519_DEMO'],
  RetractionReason: ['WRONG_STATION', 'WRONG_PICTURE', 'MISREAD', 'DELIVERED_TWICE', 'WITHDRAWN'],
  Commitment: ['PLAN', 'STATION_RESULTS', 'BALLOT_MANIFEST', 'SEED', 'DRAW', 'COUNTS'],
  DecisionKind: ['ANNULLED', 'RECOUNT_ORDERED', 'CERTIFIED_WITHOUT_FIGURES', 'CERTIFIED', 'QUARANTINED', 'RELEASED'],
};

/** Reads the values of section 2 one after the other, each in its one form. */
class EntryBytes {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  wrong(why, at = this.at) {
    refuse('ENTRY-103', why, at);
  }

  take(length) {
    if (length > this.bytes.length - this.at) this.wrong('cut off');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  octet() {
    return this.take(1)[0];
  }

  flag() {
    return this.choiceOf([false, true]);
  }

  choice(name) {
    return this.choiceOf(ALTERNATIVES[name]);
  }

  choiceOf(alternatives) {
    const start = this.at;
    const octet = this.octet();
    if (octet >= alternatives.length) this.wrong(`${octet} is none of ${alternatives.length} alternatives`, start);
    return alternatives[octet];
  }

  /** A number up to 2^63-1, exact whatever its size. */
  bigNumber(least = 0n, most = LARGEST_NUMBER) {
    const start = this.at;
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      if (shift > 56n) this.wrong('a number of more than 63 bits', start);
      const octet = this.octet();
      value |= BigInt(octet & 0x7f) << shift;
      if (octet < 0x80) {
        if (octet === 0 && shift > 0n) this.wrong('a number that is not in its shortest form', start);
        break;
      }
    }
    if (value < least || value > most) this.wrong(`the number ${value}, where ${least} to ${most} was expected`, start);
    return value;
  }

  number(least, most) {
    return Number(this.bigNumber(BigInt(least), BigInt(most)));
  }

  /** A number that is 0 for 'not stated', else one more than what it says. */
  oneMore(most = LARGEST_NUMBER) {
    const value = this.bigNumber(0n, BigInt(most));
    return value === 0n ? null : value - 1n;
  }

  hash() {
    return hex(this.take(32));
  }

  text(mostBytes) {
    const start = this.at;
    const text = textOf(this.take(this.number(0, mostBytes)));
    const fault = text === undefined ? 'not UTF-8' : faultOfText(text);
    if (fault) this.wrong(`a text that is ${fault}`, start);
    return text;
  }

  /** Text of so many bytes for which `fault` finds nothing wrong. */
  textWhere(mostBytes, fault) {
    const start = this.at;
    const text = this.text(mostBytes);
    const why = fault(text);
    if (why) this.wrong(why, start);
    return text;
  }

  id() {
    return this.textWhere(240, faultOfId);
  }

  optionalId() {
    return this.textWhere(240, text => (text === '' ? undefined : faultOfId(text))) || null;
  }

  name() {
    return this.nameOf(800, 200);
  }

  nameOf(bytes, units) {
    return this.textWhere(bytes, text => {
      if (text.length < 1 || text.length > units) return `a name of 1 to ${units} characters was expected`;
      return /^\s|\s$|\s\s/.test(text) ? 'a name has no white space at its ends and single blanks inside' : undefined;
    });
  }

  shortName() {
    return this.textWhere(240, text => (/^[A-Za-z0-9._-]{1,60}$/.test(text) ? undefined : 'a short name was expected'));
  }

  phrase(least) {
    return this.textWhere(800, text => (text.length < least || text.length > 200 ? `${least} to 200 characters were expected` : undefined));
  }

  /** Seconds since 1970, null where unknown. */
  time() {
    return this.oneMore();
  }

  hour() {
    const start = this.at;
    const time = this.time();
    if (time !== null && time % 3600n !== 0n) this.wrong('a full hour was expected', start);
    return time;
  }

  day() {
    return this.number(0, 1_000_000);
  }

  list(item, least = 0, most = MOST_OF_A_LIST) {
    const items = [];
    for (let left = this.number(least, most); left > 0; left--) items.push(item());
    return items;
  }

  /** A list whose items have different keys. */
  listOfDifferent(item, key, least, most) {
    const start = this.at;
    const items = this.list(item, least, most);
    if (new Set(items.map(key)).size !== items.length) this.wrong('something stands twice in this list', start);
    return items;
  }

  /** A custodian and which of its deliveries. */
  source() {
    return { custodian: this.id(), delivery: this.number(1, 100_000_000) };
  }

  figure() {
    switch (this.number(0, 2)) { // an octet up to 2 and a number up to 2 are the same byte
      case 0: return { candidate: this.id() };
      case 1: return { position: this.number(1, 1_000) };
      default: return { count: this.choice('Count') };
    }
  }

  percentage() {
    const decimals = this.choiceOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    return { decimals, digits: this.bigNumber(0n, 100n * 10n ** BigInt(decimals)) };
  }

  origin() {
    return this.textWhere(240, faultOfOrigin);
  }

  end() {
    if (this.at !== this.bytes.length) this.wrong(`${this.bytes.length - this.at} bytes left over`);
  }
}

/** Entry 20: the origin of a log, which is also a key's name in a signed note. */
function faultOfOrigin(text) {
  if (text.length < 1 || text.length > 200) return 'an origin of 1 to 200 characters was expected';
  if (text.startsWith('/') || text.includes('+') || /\p{White_Space}/u.test(text)) return 'an origin begins with no / and holds no + and no space';
  return undefined;
}

const figureKey = figure => figure.candidate !== undefined ? `c${figure.candidate}` : figure.position ? `p${figure.position}` : `n${figure.count}`;
export const sourceKey = source => `${source.custodian}/${source.delivery}`; // an id holds no slash

/** Section 3, in its words: how the body of each kind is read. The number of a kind is its place. */
const KINDS = [undefined,
  ['DefinitionStated', readDefinition],
  ['PlaceListed', from => {
    const place = from.number(1, MOST_PLACES);
    return { place, around: from.number(0, place - 1), name: from.name() };
  }],
  ['StationListed', from => ({ source: from.source(), station: from.id(), place: from.number(0, MOST_PLACES), registered: from.oneMore(1_000_000_000) })],
  ['DefinitionFrozen', from => ({ hash: from.hash() })],
  ['SourceOpened', from => {
    const opened = {
      source: from.source(), kind: from.choice('SourceKind'), provenance: from.choice('Provenance'), part: from.flag(), published: from.time(), file: from.hash(),
    };
    if (opened.kind === 'REGISTER') return opened;
    return { ...opened, contest: from.id(), figures: from.listOfDifferent(() => from.figure(), figureKey, 0, 1_600) };
  }],
  ['FiguresGiven', from => ({
    source: from.source(), paper: from.choice('Paper'), way: from.choice('Way'), station: from.id(),
    cells: from.list(() => cellOf(from.number(0, MOST_VOTES + 2)), 0, 1_600),
  })],
  ['CorrectionMade', from => {
    const read = { station: from.id(), original: from.source(), corrected: from.source(), reason: from.choice('CorrectionReason') };
    if (sourceKey(read.original) === sourceKey(read.corrected)) from.wrong('the corrected figures are the original ones');
    return read;
  }],
  ['SignaturesSeen', from => ({
    station: from.id(), custodian: from.id(),
    slots: from.listOfDifferent(
      () => ({ role: from.choice('SlotRole'), side: from.optionalId(), place: from.number(1, 64), state: from.choice('SlotState') }),
      slot => slot.role + slot.place, 0, 64),
  })],
  ['IncidentReported', from => ({ station: from.id(), kind: from.choice('Incident'), custodian: from.id(), hour: from.hour() })],
  ['DenialStated', from => {
    const read = { station: from.id(), kind: from.choice('Denial'), custodian: from.id(), form: from.choice('DenialForm'), hour: from.hour() };
    return { ...read, statement: from.flag() ? from.hash() : null };
  }],
  ['CustodyStepped', from => {
    const read = { station: from.id(), item: from.choice('CustodyItem'), step: from.choice('CustodyStep'), from: from.optionalId(), to: from.optionalId() };
    if (read.step === 'HANDED_OVER' && !(read.from && read.to)) from.wrong('a hand-over has both ends');
    const seal = from.textWhere(40, text => (/^[A-Za-z0-9-]*$/.test(text) ? undefined : 'a seal of A-Z a-z 0-9 - was expected'));
    return { ...read, seal, hour: from.hour() };
  }],
  ['RosterPlanned', from => ({ station: from.id(), custodian: from.id(), accredited: from.flag() })],
  ['AuditScheduled', from => {
    const read = { id: from.shortName(), title: from.phrase(1), law: from.phrase(0), due: from.day(), state: from.choice('AuditState') };
    return { ...read, done: read.state === 'DONE' ? from.day() : null };
  }],
  ['AnnouncementMade', from => ({
    id: from.shortName(), custodian: from.id(), contest: from.id(), time: from.time(), coverage: readCoverage(from), irreversible: from.flag(),
    figures: from.listOfDifferent(() => readAnnounced(from), figure => JSON.stringify(figure.subject), 1, 600),
  })],
  ['DecisionMade', from => {
    const read = { id: from.shortName(), body: from.phrase(1), kind: from.choice('DecisionKind'), day: from.day(), contest: from.optionalId() };
    const least = ['ANNULLED', 'QUARANTINED', 'RELEASED'].includes(read.kind) ? 1 : 0;
    return { ...read, stations: from.list(() => from.id(), least, 1_000) };
  }],
  ['StationKeyStated', from => {
    const read = { station: from.id(), machine: from.id(), algorithm: from.choice('KeyAlgorithm') };
    return { ...read, key: readKey(from) };
  }],
  ['SheetGiven', readSheetGiven],
  ['CopyRetracted', from => ({ station: from.id(), source: from.source(), reason: from.choice('RetractionReason') })],
  ['AuditCommitted', from => ({ id: from.shortName(), kind: from.choice('Commitment'), day: from.day(), file: from.hash() })],
  ['LogOpened', from => ({ origin: from.origin(), keyKind: from.number(1, 1), key: readKey(from), custodian: from.optionalId() })],
  ['PublicationMade', from => ({ entries: from.bigNumber(), time: from.bigNumber(1n) - 1n, manifest: from.hash() })],
  ['PublicationTaken', from => ({
    origin: from.origin(), size: from.bigNumber(1n), root: from.hash(), checkpoint: from.hash(),
    sources: from.listOfDifferent(() => ({ here: from.source(), there: from.source() }), pair => sourceKey(pair.here), 1),
  })],
  ['CertificateGiven', from => {
    const custodian = from.id();
    const start = from.at;
    return { custodian, certificate: readCertificate(from.text(CERTIFICATE_BYTES), why => from.wrong(`the certificate inside is refused: ${why}`, start)) };
  }],
  ['MachineLogGiven', readMachineLogGiven],
  ['PictureCommitted', from => {
    const read = { custodian: from.id(), station: from.optionalId(), root: from.hash() };
    return { ...read, copy: from.flag() ? { picture: from.hash(), proof: from.hash() } : null };
  }],
  ['DefinitionStated', readDefinitionWithWriteIns],
];

const MOST_LOG_LINES = 1_000_000;
const END_OF_YEARS = 253_402_300_800n; // 10000-01-01T00:00:00Z

/** A minute by a station's own clock: null, or its seconds since 1970 and its quarters of an hour east of UTC. */
function readMinute(from) {
  const start = from.at;
  const time = from.time();
  if (time === null) return null;
  if (time % 60n !== 0n) from.wrong('a full minute was expected', start);
  const quarters = from.number(0, 104) - 48;
  const local = time + BigInt(quarters * 900);
  if (local < 0n || local >= END_OF_YEARS) from.wrong('a minute of the years 1970 to 9999 was expected', start);
  return { time, quarters };
}

/** Entry 24: a log of a machine by its hash, and what it says, which machineLogFacts makes again. */
function readMachineLogGiven(from) {
  const read = { custodian: from.id(), station: from.id(), machine: from.id(), file: from.hash() };
  const lines = from.number(1, MOST_LOG_LINES);
  const proven = from.number(0, lines);
  const parting = from.number(0, proven);
  const opened = readMinute(from);
  const closed = readMinute(from);
  const closing = closed === null ? null : {
    ...closed, pollBook: from.number(0, MOST_VOTES), counted: from.number(0, MOST_VOTES), copies: from.number(0, MOST_VOTES), printed: from.number(0, proven), complete: from.flag(),
  };
  const facts = { lines, proven, opened, closing };
  for (const name of ['counted', 'again', 'spoiled', 'withdrawn', 'started']) facts[name] = from.number(0, proven);
  return { ...read, parting, facts };
}

/** Kind 26: as kind 1, with a write-in in at least one contest; else it is kind 1. */
function readDefinitionWithWriteIns(from) {
  const start = from.at;
  const read = readDefinition(from, true);
  if (read.contests.every(contest => contest.writeIn === null)) from.wrong('nobody can be written in', start);
  return read;
}

function readDefinition(from, hasWriteIns = false) {
  const read = { election: from.id(), title: from.name(), origin: from.choice('Origin'), levels: from.list(() => from.name()) };
  const id = item => item.id;
  read.contests = from.listOfDifferent(() => {
    const contest = { id: from.id(), title: from.name() };
    contest.candidates = from.listOfDifferent(() => ({ id: from.id(), name: from.name() }), id, 0, 500);
    contest.options = from.list(() => {
      const option = { party: from.name(), candidate: from.id() };
      if (!contest.candidates.some(candidate => candidate.id === option.candidate)) from.wrong('an option names a candidate of its contest');
      return option;
    }, 0, 1_000);
    contest.writeIn = hasWriteIns ? from.optionalId() : null;
    if (contest.writeIn !== null) {
      if (!contest.candidates.some(candidate => candidate.id === contest.writeIn)) from.wrong('a write-in is a candidate of its contest');
      const positions = contest.options.filter(option => option.candidate === contest.writeIn).length;
      if (contest.options.length > 0 && positions !== 1) from.wrong('a write-in has one position');
    }
    return contest;
  }, id);
  read.sides = from.listOfDifferent(() => ({ id: from.id(), name: from.name() }), id);
  read.custodians = from.listOfDifferent(() => {
    const custodian = { id: from.id(), side: from.id(), name: from.name() };
    if (!read.sides.some(side => side.id === custodian.side)) from.wrong('a custodian is on one of the sides');
    return custodian;
  }, id);
  read.roll = from.oneMore();
  read.stationsInAll = from.oneMore(MOST_STATIONS + 1);
  read.announcer = from.optionalId();
  return read;
}

const cellOf = number => (number === 0 ? 'illegible' : number === 1 ? 'blank' : number - 2);

function readCoverage(from) {
  switch (from.number(0, 3)) {
    case 0: return { of: 'full' };
    case 1: return { of: 'stations', stations: from.number(0, 2 ** 31 - 1) };
    case 2: return { of: 'register', voters: from.bigNumber() };
    default: return { of: 'percent', share: from.percentage(), base: from.choice('CoverageBase'), rounding: from.choice('CoverageRounding') };
  }
}

function readAnnounced(from) {
  const subject = readSubject(from);
  const count = from.oneMore();
  const share = from.flag() ? from.percentage() : null;
  if (count === null && share === null) from.wrong('a count or a percentage or both were expected');
  return { subject, count, share };
}

function readSubject(from) {
  switch (from.number(0, 2)) {
    case 0: return { candidate: from.id() };
    case 1: return { group: from.nameOf(240, 60), candidates: from.list(() => from.id(), 1) };
    default: return { count: from.choice('Count') };
  }
}

function readKey(from) {
  const start = from.at;
  const key = from.take(32);
  const fault = faultOfKey(key);
  if (fault) from.wrong(fault, start);
  return key;
}

/** The sheet inside must be one itself: its text is the signed part, and text and digits together keep the limit of a sheet. */
function readSheetGiven(from) {
  const read = { source: from.source(), way: from.choice('Way'), station: from.id(), figures: from.number(1, 1_600) };
  const start = from.at;
  const text = from.text(SHEET_BYTES);
  const signature = from.take(64);
  let sheet;
  try {
    if (utf8(text).length + 155 > SHEET_BYTES) refuse('SHEET-105', `a sheet has at most ${SHEET_BYTES} bytes with its signature`);
    sheet = readSigned(text);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    from.wrong(`the sheet inside is refused, ${error.code}: ${error.message}`, start);
  }
  if (sheet.rest !== '') from.wrong('the signed part of a sheet ends with a slash', start);
  delete sheet.rest;
  sheet.signature = signature;
  if (figuresOfSheet(sheet).length !== read.figures) from.wrong(`the sheet holds ${figuresOfSheet(sheet).length} figures`, start);
  return { ...read, sheet };
}

const CERTIFICATE_BYTES = 16_000;

/** A certificate of a count of receipts (station.md, section 3), signature included. */
function readCertificate(text, wrong) {
  const parts = text.split('/');
  if (parts.length !== 12 || parts[0] !== 'COTEJOCOUNT1') wrong('COTEJOCOUNT1 and eleven parts behind it were expected');
  const [, algorithm, election, definition, station, contest, machine, time, sheet, votes, others, signature] = parts;
  if (!SHEET_ALGORITHMS.includes(algorithm)) wrong('an algorithm that is not known');
  for (const id of [election, station, contest, machine]) {
    const fault = faultOfId(id);
    if (fault) wrong(fault);
  }
  if (!/^[0-9]{40}$/.test(definition) || BigInt(definition) >= 2n ** 128n) wrong('40 digits below 2^128 were expected');
  const [at, offset] = time.split(' ');
  readHours(`${at} ${at} ${offset}`, 'FINAL', wrong);
  if (time.split(' ').length !== 2) wrong('a time and its offset were expected');
  if (!/^[0-9A-F]{32}$/.test(sheet)) wrong('32 hexadecimal digits in capitals were expected');
  const counts = readNamed(others, ['BLANK', 'UNREAD'], wrong);
  if (Object.keys(counts).length !== 2) wrong('BLANK and UNREAD were expected');
  if (!/^[0-9A-F]{128}$/.test(signature)) wrong('128 hexadecimal digits in capitals were expected');
  return { algorithm, election, definition, station, contest, machine, at, offset, sheet, votes: readVotes(votes, wrong), counts, signature };
}

// The log of a machine as it is handed out (station.md, sections 2 and 6).

const MACHINE_LOG_BYTES = 2 ** 24;
const NUMBER_IN_LINE = '(?:0|[1-9][0-9]{0,8})';
const REASON_IN_LINE = '(?:no_paper|jam|cover_open|offline|half_printed|fault|unknown)';
const OF_VOTER = `(?:released|release-cancelled|confirmed|receipt-printed|receipt-again|counted|counted-unanswered|spoiled|withdrawn|receipt-failed reason=${REASON_IN_LINE})`;
const OF_STATION = ('(?:initialised|loaded|opened|closed|transmitted|started software=[0-9a-f]{64}|opening-begun copies=N|copy-begun copy=N printing=N|copy-printed copy=N'
  + `|copy-failed copy=N reason=${REASON_IN_LINE}|closing-begun poll-book=N counted=N copies=N|box-counted same=(?:yes|no))`).replaceAll('=N', `=${NUMBER_IN_LINE}`);
const OFFSET_IN_LINE = '(Z|[+-][0-9]{2}:[0-9]{2})';
const LINE_OF_LOG = new RegExp(`^([1-9][0-9]{0,8}) (?:([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2})${OFFSET_IN_LINE} (${OF_VOTER})`
  + `|([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2})${OFFSET_IN_LINE} (${OF_STATION})) ([0-9a-f]{64}) ([0-9a-f]{128})$`);

/** One line of a log, or undefined for what no machine writes. */
function readLineOfLog(text) {
  const match = LINE_OF_LOG.exec(text);
  if (!match) return undefined;
  const [, number, hour, hourOffset, ofVoter, minute, minuteOffset, ofStation, before, signature] = match;
  const local = hour === undefined ? minute : `${hour}:00`;
  const offset = hour === undefined ? minuteOffset : hourOffset;
  if (!isLocalTime(local.replaceAll(/[-:]/g, ''))) return undefined;
  const [sign, h, m] = offset === 'Z' ? ['+', 0, 0] : [offset[0], Number(offset.slice(1, 3)), Number(offset.slice(4))];
  const minutes = (sign === '-' ? -1 : 1) * (60 * h + m);
  if (m % 15 || m > 45 || minutes < -720 || minutes > 840 || (minutes === 0 && offset !== 'Z')) return undefined;
  const seconds = BigInt(Date.parse(`${local}Z`) / 1000 - minutes * 60);
  return { text, number: Number(number), what: ofVoter ?? ofStation, before, signature: bytesOfHex(signature), minute: { time: seconds, quarters: minutes / 15 } };
}

/** A machine's log: {ok, election, station, machine, lines}, or SHEET-108. Whose signatures its lines carry is asked apart. */
export const readMachineLog = answering(given => {
  const wrong = (line, why) => refuse('SHEET-108', `this is no log of a machine: line ${line} is wrong, ${why} was expected`);
  const [text, bytes] = textAndBytes(given);
  if (bytes.length > MACHINE_LOG_BYTES) wrong(1, `at most ${MACHINE_LOG_BYTES} bytes`);
  if (text === undefined) wrong(1, 'UTF-8');
  const all = text.split('\n');
  if (all[0] !== 'cotejo machine log 1') wrong(1, "'cotejo machine log 1'");
  const [election, station, machine] = ['election ', 'station ', 'machine '].map((name, i) => {
    const line = all[i + 1] ?? '';
    if (!line.startsWith(name) || faultOfId(line.slice(name.length))) wrong(i + 2, `'${name}' and an id`);
    return line.slice(name.length);
  });
  const lines = all.slice(4, -1).map((line, i) => readLineOfLog(line) ?? wrong(i + 5, 'a line as a machine writes it'));
  if (lines.length === 0 || all.at(-1) !== '') wrong(all.length, 'lines, each with a line feed behind it');
  if (lines.length > MOST_LOG_LINES) wrong(MOST_LOG_LINES + 5, 'fewer lines');
  return { election, station, machine, lines };
});

/** How many lines of a log, from the first on, are in order and signed with this key: {proven}, or {unchecked: true} where the platform can't tell. */
async function provenLines(log, key, algorithm) {
  let before = '0'.repeat(64);
  for (const [i, line] of log.lines.entries()) {
    if (line.number !== i + 1 || line.before !== before) return { proven: i };
    const message = `COTEJO-STATION-LOG1\n${algorithm}\n${log.election}\n${log.station}\n${log.machine}\n${line.text.slice(0, -129)}\n`;
    const state = await checkSignature(ED25519, key, line.signature, utf8(message));
    if (state === 'unchecked') return { unchecked: true };
    if (state !== 'valid') return { proven: i };
    before = hex(await sha256(utf8(line.text)));
  }
  return { proven: log.lines.length };
}

/** What the proven lines of a log say, as entry 24 states it. */
function factsOfLog(log, proven) {
  const facts = { lines: log.lines.length, proven, opened: null, closing: null, counted: 0, again: 0, spoiled: 0, withdrawn: 0, started: 0 };
  const printed = new Set();
  for (const { what, minute } of log.lines.slice(0, proven)) {
    const [word, ...details] = what.split(' ');
    const detail = i => Number(details[i].split('=')[1]);
    if (word === 'opened') facts.opened ??= minute;
    else if (word === 'closing-begun') facts.closing ??= { ...minute, pollBook: detail(0), counted: detail(1), copies: detail(2), printed: 0, complete: false };
    else if (word === 'copy-printed' && facts.closing && !facts.closing.complete) printed.add(detail(0));
    else if (word === 'closed' && facts.closing) facts.closing.complete = true;
    else if (word === 'counted' || word === 'counted-unanswered') facts.counted++;
    else if (word === 'receipt-again') facts.again++;
    else if (word === 'spoiled' || word === 'withdrawn' || word === 'started') facts[word]++;
  }
  if (facts.closing) facts.closing.printed = printed.size;
  return facts;
}

/** What a log says under a key of its machine ('ED25519' or 'ED25519-DEMO'): {ok, facts}, or {ok, unchecked: true}; a key that is none proves no line. */
export const machineLogFacts = answeringLater(async (given, key, algorithm) => {
  const log = must(readMachineLog(given));
  const { proven, unchecked } = await provenLines(log, key, algorithm);
  return unchecked ? { unchecked } : { facts: factsOfLog(log, proven) };
});

/** The first line, from 1, in which two logs differ, of so many that are proven in each; 0 if one goes on from the other. */
function partingOfLogs(one, provenOfOne, other, provenOfOther) {
  for (let i = 0; i < Math.min(provenOfOne, provenOfOther); i++) if (one.lines[i].text !== other.lines[i].text) return i + 1;
  return 0;
}

/** Reads one entry: {ok, kind, record, value}, or ENTRY-101 to ENTRY-104 with the byte at which reading stopped. */
export const readEntry = answering(bytes => {
  if (bytes.length > ENTRY_BYTES) refuse('ENTRY-104', `an entry has at most ${ENTRY_BYTES} bytes, this one has ${bytes.length}`);
  const from = new EntryBytes(bytes);
  if (from.octet() !== 1) refuse('ENTRY-101', `this entry has version ${bytes[0]}`, 0);
  const kind = from.octet();
  if (!KINDS[kind]) refuse('ENTRY-102', `this entry is of the unknown kind ${kind}`, 1);
  const [record, read] = KINDS[kind];
  const value = read(from);
  from.end();
  return { kind, record, value };
});

// ------------------------------------------------------------------------------------------------------------------------
// 5  The Merkle tree (RFC 6962, RFC 9162 section 2.1; log.md)
// ------------------------------------------------------------------------------------------------------------------------

export const leafHash = entry => sha256(joined(Uint8Array.of(0), entry));
export const nodeHash = (left, right) => sha256(joined(Uint8Array.of(1), left, right));

const AT_ONCE = 512; // how many hashes are asked of the platform side by side

async function mapInBatches(items, work) {
  const results = [];
  for (let i = 0; i < items.length; i += AT_ONCE) results.push(...(await Promise.all(items.slice(i, i + AT_ONCE).map(work))));
  return results;
}

/** The tree over leaf hashes: heights[h][i] is the hash of the i-th complete subtree of 2^h leaves. */
export async function buildTree(leaves) {
  const heights = [leaves];
  while (heights.at(-1).length > 1) {
    const below = heights.at(-1);
    const pairs = Array.from({ length: below.length >> 1 }, (_, i) => i);
    heights.push(await mapInBatches(pairs, i => nodeHash(below[2 * i], below[2 * i + 1])));
  }
  return { size: leaves.length, heights };
}

/** The root of the first `size` leaves: the complete subtrees of which they consist, put together from the right. */
export async function rootOfFirst(tree, size) {
  let root;
  let end = size;
  for (let height = 0; end > 0; height++) {
    const width = 2 ** height;
    if (Math.floor(size / width) % 2 === 0) continue;
    const subtree = tree.heights[height][end / width - 1];
    root = root === undefined ? subtree : await nodeHash(subtree, root);
    end -= width;
  }
  return root ?? sha256(new Uint8Array(0));
}

/** RFC 9162, 2.1.3.2: whether `path` leads from the leaf at `index` to the root of a tree of `size` leaves; {ok} or PROOF-101 to PROOF-104. */
export const checkInclusion = answeringLater(async (index, size, leaf, path, root) => {
  if (!sameBytes(await rootOfPath(index, size, leaf, path), root)) refuse('PROOF-104', 'the proof leads to another root');
});

/** The root to which `path` leads from the leaf at `index`. */
async function rootOfPath(index, size, leaf, path) {
  if (BigInt(index) >= BigInt(size)) refuse('PROOF-101', `a tree of ${size} leaves has none at ${index}`);
  let [fn, sn] = [BigInt(index), BigInt(size) - 1n];
  let hash = leaf;
  for (const step of path) {
    if (sn === 0n) refuse('PROOF-102', 'the proof has too many hashes');
    if (fn % 2n === 1n || fn === sn) {
      hash = await nodeHash(step, hash);
      while (fn % 2n === 0n && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else {
      hash = await nodeHash(hash, step);
    }
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  if (sn !== 0n) refuse('PROOF-103', 'the proof has too few hashes');
  return hash;
}

/** RFC 9162, 2.1.4.2: whether the tree of the first size and root is the beginning of the second; {ok} or PROOF-102 to PROOF-105. */
export const checkConsistency = answeringLater(async (size1, size2, root1, root2, path) => {
  const [first, second] = [BigInt(size1), BigInt(size2)];
  if (first === 0n || first > second) refuse('PROOF-105', `the sizes ${first} and ${second} can't be compared`);
  if (first === second) return sameRoot(path, root1, root2);
  const steps = (first & (first - 1n)) === 0n ? [root1, ...path] : [...path];
  if (steps.length === 0) refuse('PROOF-103', 'the proof has too few hashes');
  let [fn, sn] = [first - 1n, second - 1n];
  while (fn % 2n === 1n) [fn, sn] = [fn >> 1n, sn >> 1n];
  let [fr, sr] = [steps[0], steps[0]];
  for (const step of steps.slice(1)) {
    if (sn === 0n) refuse('PROOF-102', 'the proof has too many hashes');
    if (fn % 2n === 1n || fn === sn) {
      fr = await nodeHash(step, fr);
      sr = await nodeHash(step, sr);
      while (fn % 2n === 0n && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else {
      sr = await nodeHash(sr, step);
    }
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  if (sn !== 0n) refuse('PROOF-103', 'the proof has too few hashes');
  if (!sameBytes(fr, root1) || !sameBytes(sr, root2)) refuse('PROOF-104', 'the proof leads to another root');
});

/** Trees of one size have nothing to prove: their roots are equal. */
function sameRoot(path, root1, root2) {
  if (path.length > 0) refuse('PROOF-102', 'the proof has too many hashes');
  if (!sameBytes(root1, root2)) refuse('PROOF-104', 'trees of one size have different roots');
}

// ------------------------------------------------------------------------------------------------------------------------
// 6  Keys of notes, notes, checkpoints (log.md, sections 2 to 4)
// ------------------------------------------------------------------------------------------------------------------------

const NOTE_BYTES = 1_048_576;
const MOST_LINES = 100;
const MOST_SIZE = 1_099_511_627_776;
const DASH = '\u2014 ';

/** The types of keys whose signatures this program knows. */
const KEY_TYPES = { 1: ED25519, 4: ED25519, 6: ML_DSA_44 };

const isOrigin = text => text !== '' && utf8(text).length <= 255 && !WITHOUT_PLACE_IN_TEXT.test(text);
const isKeyName = text => isOrigin(text) && !/\p{White_Space}|\+/u.test(text);

/** A key of notes: its ID is the beginning of the SHA-256 of name, LF, type and key. */
async function keyOf(name, type, key) {
  const digest = await sha256(joined(utf8(`${name}\n`), Uint8Array.of(type), key));
  return { name, id: hex(digest.subarray(0, 4)), type, key };
}

/** A vkey, `name+id+base64(type, key)`: {ok, name, id, type, key}. Base64 may hold plus signs: only the first two divide. */
export const readVkey = answeringLater(async text => {
  const first = text.indexOf('+');
  const second = text.indexOf('+', first + 1);
  const [name, id] = [text.slice(0, first), text.slice(first + 1, second)];
  const octets = second < 0 ? undefined : bytesOfBase64(text.slice(second + 1));
  if (first < 0 || !isKeyName(name) || !/^[0-9a-f]{8}$/.test(id) || !octets || octets.length === 0) refuse('NOTE-103', 'name+id+key was expected');
  const [type, bytes] = [octets[0], octets.subarray(1)];
  if (!KEY_TYPES[type]) refuse('NOTE-104', `keys of type ${type} are not known`);
  const fault = KEY_TYPES[type] === ED25519 ? faultOfKey(bytes) : undefined;
  if (fault) refuse('KEY-101', fault);
  if (bytes.length !== KEY_TYPES[type].keyBytes) refuse('KEY-103', `a key of ${KEY_TYPES[type].keyBytes} bytes was expected`);
  const key = await keyOf(name, type, bytes);
  if (key.id !== id) refuse('NOTE-105', `the ID of this key is ${key.id}`);
  return key;
});

/** A signed note: {ok, text, lines: [{name, id, bytes}]}. Nothing is verified yet. */
export const readNote = answering(given => {
  const wrong = why => refuse('NOTE-101', why);
  const [all, bytes] = textAndBytes(given);
  if (bytes.length > NOTE_BYTES) refuse('NOTE-102', `a note has at most ${NOTE_BYTES} bytes`);
  if (all === undefined) wrong('a note is UTF-8');
  if (/[\x00-\x09\x0b-\x1f]/.test(all)) wrong('a note holds no character below U+0020 but the line feed');
  const split = all.lastIndexOf('\n\n');
  if (split < 0) wrong('an empty line before the signatures was expected');
  if (!all.endsWith('\n') || split + 2 === all.length) wrong('signature lines, each ended by a line feed, were expected');
  const lines = all.slice(split + 2, -1).split('\n');
  if (lines.length > MOST_LINES) refuse('NOTE-102', `a note has at most ${MOST_LINES} signature lines`);
  return { text: all.slice(0, split + 1), lines: lines.map(line => readSignatureLine(line, wrong)) };
});

function readSignatureLine(line, wrong) {
  const space = line.indexOf(' ', DASH.length);
  const name = line.slice(DASH.length, space);
  const octets = bytesOfBase64(line.slice(space + 1));
  if (!line.startsWith(DASH) || space < 0 || !isKeyName(name) || !octets || octets.length < 5) wrong('dash, name, ID and signature were expected');
  return { name, id: hex(octets.subarray(0, 4)), bytes: octets.subarray(4) };
}

/** What one line states by a known key: {state: 'valid' | 'false' | 'unchecked', time} (seconds, where its type has a time). */
async function checkLine(text, { name, type, key }, bytes) {
  if (type === 1) return { state: await checkSignature(ED25519, key, bytes, utf8(text)) };
  const head = type === 6 ? readCheckpoint(text) : { ok: true };
  if (bytes.length < 8 || bytes[0] >= 0x80 || !head.ok) return { state: 'false' }; // times are below 2^63; type 0x06 signs checkpoints alone
  const [time, signature] = [numberOf(bytes.subarray(0, 8)), bytes.subarray(8)];
  if (type === 4) return { time, state: await checkSignature(ED25519, key, signature, utf8(`cosignature/v1\ntime ${time}\n${text}`)) };
  const named = words => joined(Uint8Array.of(utf8(words).length), utf8(words));
  const message = joined(utf8('subtree/v1\n\0'), named(name), bigEndian(time, 8), named(head.origin), bigEndian(0, 8), bigEndian(head.size, 8), head.root);
  return { time, state: await checkSignature(ML_DSA_44, key, signature, message) };
}

/**
 * Verifies a note with the keys given: a line of an unknown name and ID is passed over, a false one of a known key refuses the whole.
 * {ok, text, verified: [{key, time}], unchecked: [key], unknown: how many}
 */
export const checkNote = answeringLater(async (given, keys) => {
  const note = must(readNote(given));
  return { text: note.text, ...(await checkKnownLines(note, keys)) };
});

async function checkKnownLines(note, keys) {
  const checked = await checkLines(note, keys);
  if (checked.verified.length + checked.unchecked.length === 0) refuse('NOTE-107', 'no line is by a known key');
  return checked;
}

async function checkLines(note, keys) {
  const byName = new Map(keys.map(key => [`${key.name}+${key.id}`, key]));
  if (byName.size !== keys.length) refuse('NOTE-109', 'two known keys have the same name and ID');
  const verified = [];
  const unchecked = [];
  let unknown = 0;
  for (const { name, id, bytes } of note.lines) {
    const key = byName.get(`${name}+${id}`);
    const { state, time } = key ? await checkLine(note.text, key, bytes) : { state: 'unknown' };
    if (state === 'false') refuse('NOTE-106', `the line of ${name}+${id} is false`);
    if (state === 'unknown') unknown++;
    if (state === 'unchecked') unchecked.push(key);
    if (state === 'valid' && !verified.some(one => one.key === key)) verified.push({ key, time });
  }
  return { verified, unchecked, unknown };
}

/** The text of a checkpoint: {ok, origin, size, root}. */
export const readCheckpoint = answering(text => {
  const wrong = why => refuse('TLOG-101', why);
  const [origin, size, root, ...rest] = text.split('\n');
  if (rest.length === 0 || rest.at(-1) !== '') wrong('three lines, each ended by a line feed, were expected');
  if (rest.length > 1) refuse('TLOG-102', 'lines follow the root');
  if (!isOrigin(origin)) wrong('an origin was expected');
  if (!/^(?:0|[1-9][0-9]*)$/.test(size)) wrong('the size of a tree was expected');
  if (size.length > 20 || BigInt(size) > MOST_SIZE) refuse('TLOG-103', `a tree has at most ${MOST_SIZE} leaves`);
  const hash = bytesOfBase64(root);
  if (hash?.length !== 32) wrong('a root of 32 bytes in base64 was expected');
  return { origin, size: Number(size), root: hash };
});

// ------------------------------------------------------------------------------------------------------------------------
// 7  Policies and proofs (log.md, sections 6 and 7)
// ------------------------------------------------------------------------------------------------------------------------

const POLICY_BYTES = 1_048_576;
const MOST_OF_A_POLICY = 256; // logs, witnesses, groups, each

/** A policy: {ok, logs: [key], witnesses: Map(name -> key), groups: Map(name -> {least, members}), quorum: name, or null for none}. */
export const readPolicy = answeringLater(async given => {
  const [text, bytes] = textAndBytes(given);
  if (bytes.length > POLICY_BYTES || text === undefined) refuse('POLICY-108', `a policy is UTF-8 and has at most ${POLICY_BYTES} bytes`);
  if (/[\x00-\x08\x0b-\x1f\x7f]/.test(text)) refuse('POLICY-108', 'a policy holds no control character but line feeds and tabs');
  if (text !== '' && !text.endsWith('\n')) refuse('POLICY-108', 'a policy ends with a line feed: something may be cut off');
  const policy = { logs: [], witnesses: new Map(), groups: new Map(), quorum: undefined };
  const members = new Set();
  for (const [i, line] of text.split('\n').entries()) {
    const items = line.split(/[ \t]+/).filter(item => item !== '');
    if (items.length > 0 && !items[0].startsWith('#')) await readPolicyLine(policy, members, items, (code, why) => refuse(code, `line ${i + 1}: ${why}`));
  }
  if (policy.quorum === undefined) refuse('POLICY-107', 'no line states the quorum');
  return policy;
});

async function readPolicyLine(policy, members, [word, ...items], wrong) {
  const { logs, witnesses, groups } = policy;
  const isDefined = name => witnesses.has(name) || groups.has(name);
  const defined = name => (isDefined(name) ? name : wrong('POLICY-104', `'${name}' is not defined before`));
  const fresh = name => (isDefined(name) || name === 'none' ? wrong('POLICY-102', `the name '${name}' is taken`) : name);
  const vkey = async (text, types, others) => {
    const key = await readVkey(text);
    if (!key.ok) wrong(key.code, key.message);
    if (!types.includes(key.type)) wrong('POLICY-109', `a key of type ${key.type} does not sign so`);
    if ([...others].some(other => sameBytes(other.key, key.key))) wrong('POLICY-103', 'this key stands twice');
    return key;
  };
  if (word === 'log' && (items.length === 1 || items.length === 2)) logs.push(await vkey(items[0], [1, 6], logs));
  else if (word === 'witness' && (items.length === 2 || items.length === 3)) {
    const name = fresh(items[0]);
    const key = await vkey(items[1], [1, 4, 6], witnesses.values());
    witnesses.set(name, key.type === 1 ? await keyOf(key.name, 4, key.key) : key); // some programs print a witness's key so
  } else if (word === 'group' && items.length >= 2 && /^(?:all|any|0|[1-9][0-9]*)$/.test(items[1])) {
    const [name, rule, ...inside] = items;
    fresh(name);
    for (const member of inside) {
      if (members.has(defined(member))) wrong('POLICY-105', `'${member}' is a member of a group already`);
      members.add(member);
    }
    const least = rule === 'all' ? inside.length : rule === 'any' ? 1 : Number(rule);
    if (least < 1 || least > inside.length) wrong('POLICY-106', `1 to ${inside.length} of this group were expected`);
    groups.set(name, { least, members: inside });
  } else if (word === 'quorum' && items.length === 1) {
    if (policy.quorum !== undefined) wrong('POLICY-107', 'the quorum is stated twice');
    policy.quorum = items[0] === 'none' ? null : defined(items[0]);
  } else wrong('POLICY-101', 'a line that states a log, a witness, a group or the quorum was expected');
  if (Math.max(logs.length, witnesses.size, groups.size) > MOST_OF_A_POLICY) wrong('POLICY-108', `at most ${MOST_OF_A_POLICY} of a kind were expected`);
}

/** 'valid', 'unchecked' or 'false': whether the witness or group of this name stands behind a head, given the states of those that cosigned. */
function quorumOf(policy, name, states) {
  if (name === null) return 'valid';
  const group = policy.groups.get(name);
  if (!group) return states.get(name) ?? 'false';
  const inside = group.members.map(member => quorumOf(policy, member, states));
  const valid = inside.filter(state => state === 'valid').length;
  const perhaps = inside.filter(state => state === 'unchecked').length;
  return valid >= group.least ? 'valid' : valid + perhaps >= group.least ? 'unchecked' : 'false';
}

/**
 * A checkpoint under a policy (as text, as bytes, or as readPolicy answers it): {ok, origin, size, root, logKeys, logSignature: 'valid' | 'unchecked',
 * cosigned: [{name, time}], unchecked: [name], beside: [name of the log, for each further line of its own that can't be checked here], quorum: 'valid' | 'unchecked'}.
 */
export const checkCheckpoint = answeringLater(async (given, pinned) => judgeHead(must(readNote(given)), await policyOf(pinned)));

const policyOf = async pinned => (pinned.logs ? pinned : must(await readPolicy(pinned)));

async function judgeHead(note, policy) {
  const head = must(readCheckpoint(note.text));
  const logKeys = policy.logs.filter(key => key.name === head.origin);
  if (logKeys.length === 0) refuse('POLICY-110', `the policy lists no log ${head.origin}`);
  const { verified, unchecked } = await checkKnownLines(note, [...logKeys, ...policy.witnesses.values()]);
  const signed = verified.some(one => logKeys.includes(one.key));
  if (!signed && !unchecked.some(key => logKeys.includes(key))) refuse('POLICY-111', `no listed key of ${head.origin} has signed this`);
  const states = new Map();
  const cosigned = [];
  for (const [name, key] of policy.witnesses) {
    const line = verified.find(one => one.key === key);
    if (line) cosigned.push({ name, time: line.time });
    if (line || unchecked.includes(key)) states.set(name, line ? 'valid' : 'unchecked');
  }
  const quorum = quorumOf(policy, policy.quorum, states);
  if (quorum === 'false') refuse('POLICY-112', `the quorum '${policy.quorum}' is not reached; cosigned by: ${cosigned.map(one => one.name).join(', ') || 'nobody'}`);
  const { origin, size, root } = head;
  // One of the log's keys is enough (log.md, section 7): a further line of its own that can't be checked here is said, and lowers nothing.
  const beside = signed ? unchecked.filter(key => logKeys.includes(key)) : [];
  const names = keys => keys.map(key => key.name);
  return { origin, size, root, logKeys, logSignature: signed ? 'valid' : 'unchecked', cosigned, unchecked: names(unchecked.filter(key => !beside.includes(key))), beside: names(beside), quorum };
}

// What a policy pins beside its own lines: succession.md.

const SUCCESSION_BYTES = 2 ** 18;
const REASONS = ['stolen', 'lost', 'planned'];

/** How one log took over from another: {ok, from, to, head, last, isChecked}; last is the old log's last head as a note. Refused unless the key that takes over has signed it and the old one its head. */
export const readSuccession = answeringLater(async bytes => {
  const wrong = why => refuse('SUCC-101', why);
  if (bytes.length > SUCCESSION_BYTES) wrong('it is too long');
  const { text } = must(readNote(bytes));
  const split = text.indexOf('\n\n');
  const [first, ...parts] = text.slice(0, Math.max(split, 0)).split('\n');
  const words = ['from ', 'to ', 'reason ', 'made '];
  if (first !== 'cotejo succession 1' || parts.length !== words.length || parts.some((part, i) => !part.startsWith(words[i]))) wrong('from, to, reason, made and a head were expected');
  const [fromKey, toKey, reason] = parts.map((part, i) => part.slice(words[i].length));
  if (!REASONS.includes(reason) || !isSecondInUtc(parts[3])) wrong('reason stolen, lost or planned, and a time in UTC were expected');
  const from = must(await readVkey(fromKey));
  const to = must(await readVkey(toKey));
  const last = utf8(text.slice(split + 2));
  const head = must(readCheckpoint(must(readNote(last)).text));
  if (from.type !== 1 || to.type !== 1 || from.name === to.name || sameBytes(from.key, to.key) || head.origin !== from.name) wrong('two different Ed25519 keys of different origins, and a head of the first were expected');
  const signed = await checkNote(bytes, [to, from]);
  if (!signed.ok) refuse('SUCC-102', `${signed.code}: ${signed.message}`);
  const isBy = key => signed.verified.some(one => one.key === key);
  if (!isBy(to) && !signed.unchecked.includes(to)) refuse('SUCC-102', 'only the old key signed it');
  const lastSigned = await checkNote(last, [from]);
  if (!lastSigned.ok) refuse('SUCC-103', `${lastSigned.code}: ${lastSigned.message}`);
  return { from, to, head, last, isChecked: isBy(to) && lastSigned.verified.length > 0 };
});

/** A policy with what it pins in comments: {ok, policy, successor, succession}, the last two null where it pins none. */
export const readPins = answeringLater(async given => {
  const policy = must(await readPolicy(given));
  const pins = { successor: null, succession: null };
  const [text] = textAndBytes(given);
  for (const [i, line] of text.split('\n').entries()) {
    const name = /^#(successor|succession) /.exec(line)?.[1];
    if (name === undefined) continue;
    const wrong = why => refuse('SUCC-104', `line ${i + 1}: ${why}`);
    if (pins[name] !== null) wrong('it stands here a second time');
    const value = line.slice(name.length + 2);
    if (name === 'successor') pins.successor = /^[0-9a-f]{64}$/.test(value) ? value : wrong('64 small hexadecimal digits were expected');
    else {
      const { from, to } = pins.succession = must(await readSuccession(bytesOfBase64(value) ?? wrong('it is not base64')));
      if (!policy.logs.some(key => key.name === to.name && sameBytes(key.key, to.key))) wrong('its new key is not one of this policy');
      if (policy.logs.some(key => key.name === from.name)) wrong('this policy still believes the log whose key was given up');
    }
  }
  return { policy, ...pins };
});

const PROOF_BYTES = 1_310_720;
const LONGEST_PATH = 63;

/** A proof of inclusion, a .tlog-proof: {ok, index, extra, path, note}. Nobody vouches for what `extra` holds. */
export const readProof = answering(given => {
  const wrong = why => refuse('PROOF-107', why);
  const [, bytes] = textAndBytes(given);
  if (bytes.length > PROOF_BYTES) wrong(`a proof has at most ${PROOF_BYTES} bytes`);
  const end = bytes.findIndex((octet, i) => octet === 10 && bytes[i + 1] === 10);
  if (end < 0) wrong('an empty line before the checkpoint was expected');
  const text = textOf(bytes.subarray(0, end)) ?? wrong('what comes before the checkpoint is UTF-8');
  const lines = text.split('\n');
  if (lines.shift() !== 'c2sp.org/tlog-proof@v1') wrong('c2sp.org/tlog-proof@v1 was expected in line 1');
  let extra = new Uint8Array(0);
  if (lines[0]?.startsWith('extra ')) {
    extra = bytesOfBase64(lines.shift().slice(6));
    if (!extra?.length) wrong('extra and base64 were expected');
  }
  const digits = /^index (0|[1-9][0-9]{0,18})$/.exec(lines.shift() ?? '')?.[1];
  if (digits === undefined || BigInt(digits) > LARGEST_NUMBER) wrong('index and a number were expected');
  const path = lines.map(bytesOfBase64);
  if (path.some(hash => hash?.length !== 32)) wrong('hashes of 32 bytes in base64 were expected');
  if (path.length > LONGEST_PATH) refuse('PROOF-102', `a proof has at most ${LONGEST_PATH} hashes`);
  return { index: BigInt(digits), extra, path, note: bytes.subarray(end + 2) };
});

/** Whether `entry` is in a log of the policy: what checkCheckpoint answers, and its index. */
export const checkProof = answeringLater(async (given, entry, policy) => {
  const proof = must(readProof(given));
  const head = must(await checkCheckpoint(proof.note, policy));
  must(await checkInclusion(proof.index, head.size, await leafHash(entry), proof.path, head.root));
  return { ...head, index: Number(proof.index) };
});

// What a submitter takes home on paper: receipt.md.

const COMPACT_BYTES = 2_953;
const MOST_COMPACT_LINES = 30;

class CompactBytes extends EntryBytes {
  wrong(why) {
    refuse('PROOF-108', `this is no compact proof: ${why}`);
  }
}

/** A compact proof, QR 2 (receipt.md, section 2), whose signers are named by the policy: {ok, size, index, extra, path, lines}, or PROOF-108. */
export const readCompact = answeringLater(async (bytes, pinned) => {
  const policy = await policyOf(pinned);
  const from = new CompactBytes(bytes);
  if (bytes.length > COMPACT_BYTES) from.wrong(`at most ${COMPACT_BYTES} bytes were expected`);
  if (from.octet() !== 0xc1) from.wrong('it begins otherwise');
  const size = from.bigNumber();
  const index = from.bigNumber();
  if (size > BigInt(MOST_SIZE) || index >= size) from.wrong('its index is not in the log');
  const extra = from.take(Number(from.bigNumber()));
  const hashes = from.octet();
  if (hashes > LONGEST_PATH) from.wrong(`it has more than ${LONGEST_PATH} hashes`);
  const path = Array.from({ length: hashes }, () => from.take(32));
  const count = from.octet();
  if (count < 1 || count > MOST_COMPACT_LINES) from.wrong('it has no signatures, or too many');
  const lines = Array.from({ length: count }, (_, i) => readCompactLine(from, i === 0 ? policy.logs.filter(key => key.type === 1)
    : [...policy.witnesses.values()].filter(key => key.type === 4)));
  from.end();
  return { size: Number(size), index: Number(index), extra, path, lines };
});

/** One line: the ID of one of these keys, of a witness the time, and the signature. */
function readCompactLine(from, keys) {
  const id = hex(from.take(4));
  const named = keys.filter(key => key.id === id);
  if (named.length !== 1) from.wrong('a key that the policy does not name has signed it');
  const time = named[0].type === 4 ? bigEndian(from.bigNumber(), 8) : new Uint8Array(0);
  return { name: named[0].name, id, bytes: joined(time, from.take(64)) };
}

/** Whether `entry` is in a log of the policy, as a compact proof says: what checkCheckpoint answers, and its index. The root is the one to which the path leads. */
export const checkCompact = answeringLater(async (bytes, entry, pinned) => {
  const policy = await policyOf(pinned);
  const proof = must(await readCompact(bytes, policy));
  const root = await rootOfPath(proof.index, proof.size, await leafHash(entry), proof.path);
  const text = `${proof.lines[0].name}\n${proof.size}\n${base64(root)}\n`;
  return { ...(await judgeHead({ text, lines: proof.lines }, policy)), index: proof.index };
});

class SlipBytes extends EntryBytes {
  wrong(why) {
    refuse('PROOF-109', `this is no slip of a station: ${why}`);
  }
}

const MOST_OF_A_LEAF = 100; // copies of a station on paper

/** A station's slip (receipt.md, section 5): {ok, station, copies: [{entry, leaf}], hash, size, index, path}. The anchored proof that ends it is refused with PROOF-108. */
export const readSlip = answeringLater(async bytes => {
  const from = new SlipBytes(bytes);
  if (from.octet() !== 0xc3) from.wrong('it begins otherwise');
  if (from.octet() !== 1) from.wrong('a leaf of another version');
  const station = from.id();
  const count = from.bigNumber();
  if (count > BigInt(MOST_OF_A_LEAF)) from.wrong('it has too many copies');
  const copies = Array.from({ length: Number(count) }, () => ({ entry: from.bigNumber(), leaf: from.take(32) }));
  if (copies.some((copy, i) => i > 0 && copy.entry <= copies[i - 1].entry)) from.wrong('its copies are out of order');
  const leaf = bytes.subarray(1, from.at);
  const proof = new CompactBytes(bytes.subarray(from.at));
  if (proof.octet() !== 0xc2) proof.wrong('it begins otherwise');
  const size = proof.bigNumber();
  const index = proof.bigNumber();
  if (size > BigInt(MOST_SIZE) || index >= size) proof.wrong('its index is not in the tree');
  const hashes = proof.octet();
  if (hashes > LONGEST_PATH) proof.wrong(`it has more than ${LONGEST_PATH} hashes`);
  const path = Array.from({ length: hashes }, () => proof.take(32));
  proof.end();
  return { station, copies: copies.map(copy => ({ ...copy, entry: Number(copy.entry) })), hash: await leafHash(leaf), size: Number(size), index: Number(index), path };
});

/** The line that was printed when the log was frozen, as people type it: {ok, stations, root}, or PROOF-110. */
export const readPrintedRoot = answering(line => {
  const [, stations, digits] = /^[ \t\n\v\f\r]*COTEJO[ \t\n\v\f\r]+STATIONS[ \t\n\v\f\r]+([1-9][0-9]{0,12})[ \t\n\v\f\r]+([0-9a-f](?:[ \t\n\v\f\r]*[0-9a-f]){63})[ \t\n\v\f\r]*$/i.exec(line) ?? [];
  if (digits === undefined || Number(stations) > MOST_SIZE) refuse('PROOF-110', 'a printed root reads: COTEJO STATIONS, how many, 64 hexadecimal digits');
  return { stations: Number(stations), root: bytesOfHex(digits.replace(/[ \t\n\v\f\r]/g, '')) };
});

/** Whether a slip leads to the printed root: what readSlip answers. */
export const checkSlip = answeringLater(async (bytes, printed) => {
  const { stations, root } = printed.root ? printed : must(readPrintedRoot(printed));
  const slip = must(await readSlip(bytes));
  if (slip.size !== stations) refuse('PROOF-108', 'this is no compact proof: it is of another tree');
  must(await checkInclusion(slip.index, slip.size, slip.hash, slip.path, root));
  return slip;
});

/** The entry of a sheet from its beginning, which stops before the sheet's text, and the sheet (receipt.md, section 2); undefined if they make none. */
export function entryOfSheet(beginning, sheet) {
  const text = utf8(sheet.signed);
  const entry = joined(beginning, shortNumber(text.length), text, sheet.signature);
  const read = readEntry(entry);
  return read.ok && read.kind === 17 && read.value.sheet.signed === sheet.signed ? entry : undefined;
}

/** A number as entries.md, section 2 writes it. */
function shortNumber(value) {
  const octets = [];
  for (; value >= 0x80; value >>>= 7) octets.push((value & 0x7f) | 0x80);
  return Uint8Array.from([...octets, value]);
}

// ------------------------------------------------------------------------------------------------------------------------
// 8  Entries in their order (entries.md, sections 3 and 6; publication.md, section 2)
// ------------------------------------------------------------------------------------------------------------------------

const DEEPEST_PLACE = 12;
const MOST_KEYS = 1_000; // of one station

/**
 * Follows entries one by one and says why one cannot follow those before it. Only what the documents state is asked; what merely is a finding
 * (an unknown station, a contest that the definition lacks, a key that was stated twice) is none of its business.
 */
export class Sequence {
  constructor() {
    this.index = 0;
    this.definition = null; // the newest
    this.log = null; // the newest LogOpened
    this.publications = []; // {index, entries, manifest} of each entry 21
    this.taken = []; // {index, checkpoint} of each entry 22
    this.commitments = []; // {index, file} of each entry 19
    this.pictures = new Map(); // root to what the entries 25 state of it, {index, custodian, station, copy}; index is that of the entry with the copy
    this.machineLogs = []; // {index, and what entry 24 states} of each entry 24
    this.keys = new Map(); // station/machine to the first key stated, {key, algorithm, index}
    this.differentKeys = new Map(); // station to all of its keys
    this.rehearsalKeys = []; // {index} of keys of a rehearsal where there is none
    this.frozen = null; // the newest DefinitionFrozen, {index, hash}
    this.sheets = []; // {index, sheet, station, contest} of each entry 17
    this.sources = new Map();
    this.places = [{ depth: 0, names: new Set() }]; // 0 is the country
    this.registerOpened = false;
  }

  /** Takes the next entry as readEntry gives it; returns undefined, or in words why it cannot stand here. */
  follow({ kind, record, value }) {
    if (this.index === 0 && kind !== 1 && kind !== 26) return 'the first entry states the definition';
    const fault = this[record]?.(value) ?? this.faultOfCustodian(record, value);
    this.index++;
    return fault;
  }

  faultOfCustodian(record, value) {
    const named = record === 'SourceOpened' ? value.source.custodian
      : ['SignaturesSeen', 'IncidentReported', 'DenialStated', 'RosterPlanned', 'AnnouncementMade', 'LogOpened', 'CertificateGiven', 'MachineLogGiven', 'PictureCommitted'].includes(record) ? value.custodian : null;
    if (named === null || this.definition.custodians.some(custodian => custodian.id === named)) return undefined;
    return `the definition knows no custodian ${named}`;
  }

  DefinitionStated(value) {
    this.definition = value;
  }

  PlaceListed({ place, around, name }) {
    if (place !== this.places.length) return `place ${place} is out of turn, ${this.places.length} was expected`;
    const outer = this.places[around];
    if (outer.names.has(name)) return `two places of one name in place ${around}`;
    if (outer.depth + 1 > DEEPEST_PLACE) return `places are at most ${DEEPEST_PLACE} deep`;
    outer.names.add(name);
    this.places.push({ depth: outer.depth + 1, names: new Set() });
  }

  StationListed({ source, place }) {
    const opened = this.sources.get(sourceKey(source));
    if (!opened) return `source ${sourceKey(source)} is not open`;
    if (this.registerOpened && opened.kind !== 'REGISTER') return 'after the first register only registers list stations';
    if (place >= this.places.length) return `place ${place} is not listed`;
  }

  DefinitionFrozen({ hash }) {
    this.frozen = { index: this.index, hash };
  }

  SourceOpened(value) {
    if (this.sources.has(sourceKey(value.source))) return `source ${sourceKey(value.source)} is opened twice`;
    this.sources.set(sourceKey(value.source), value);
    if (value.kind === 'REGISTER') this.registerOpened = true;
  }

  /** The source of figures, or in words why it takes none. */
  openForFigures(source) {
    const opened = this.sources.get(sourceKey(source));
    if (!opened) return `source ${sourceKey(source)} is not open`;
    return opened.kind === 'REGISTER' ? 'a register carries no figures' : opened;
  }

  FiguresGiven({ source, cells }) {
    const opened = this.openForFigures(source);
    if (typeof opened === 'string') return opened;
    if (opened.figures.length !== cells.length) return `${cells.length} cells, where the source has ${opened.figures.length} figures`;
  }

  StationKeyStated({ station, machine, algorithm, key }) {
    const different = this.differentKeys.get(station) ?? new Set();
    this.differentKeys.set(station, different.add(`${machine}/${algorithm}/${hex(key)}`));
    if (different.size > MOST_KEYS) return `a station has at most ${MOST_KEYS} different keys`;
    const place = `${station}/${machine}`;
    if (algorithm === 'ED25519_DEMO' && !isRehearsal(this.definition.election)) this.rehearsalKeys.push({ index: this.index });
    else if (!this.keys.has(place)) this.keys.set(place, { key, algorithm: algorithm.replace('_', '-'), index: this.index });
  }

  SheetGiven({ source, station, sheet }) {
    const opened = this.openForFigures(source);
    if (typeof opened === 'string') return opened;
    this.sheets.push({ index: this.index, sheet, station, contest: opened.contest });
    const held = figuresOfSheet(sheet).map(([name]) => name);
    if (held.length !== opened.figures.length) return `the sheet has ${held.length} figures, its source ${opened.figures.length}`;
    const stated = this.definition.contests.find(one => one.id === opened.contest);
    const expected = name => typeof name === 'string' ? { count: name }
      : stated && stated.options.length === 0 ? { candidate: stated.candidates[name - 1]?.id } : { position: name };
    const other = opened.figures.findIndex((figure, i) => figureKey(figure) !== figureKey(expected(held[i])));
    return other < 0 ? undefined : `figure ${other + 1} of the sheet is ${held[other]}, that of its source is another one`;
  }

  CopyRetracted({ source }) {
    return this.sources.has(sourceKey(source)) ? undefined : `source ${sourceKey(source)} is not open`;
  }

  AuditCommitted({ file }) {
    this.commitments.push({ index: this.index, file });
  }

  MachineLogGiven(value) {
    this.machineLogs.push({ index: this.index, ...value });
    return this.faultOfCustodian('MachineLogGiven', value);
  }

  LogOpened(value) {
    this.log = value;
  }

  PublicationMade({ entries, manifest }) {
    if (entries !== BigInt(this.index)) return `it says that ${entries} entries come before it, but there are ${this.index}`;
    this.publications.push({ index: this.index, entries: this.index, manifest });
  }

  PublicationTaken({ checkpoint, sources }) {
    this.taken.push({ index: this.index, checkpoint });
    const closed = sources.find(({ here }) => !this.sources.has(sourceKey(here)));
    return closed && `source ${sourceKey(closed.here)} is not open`;
  }

  PictureCommitted({ custodian, station, root, copy }) {
    const known = this.pictures.get(root) ?? { index: this.index, custodian, station: null, copy: null };
    if (known.custodian !== custodian) return `the picture ${root} was stated before by ${known.custodian}`;
    if (known.station && station && known.station !== station) return `the picture ${root} was stated before for station ${known.station}`;
    if (known.copy && copy && (known.copy.picture !== copy.picture || known.copy.proof !== copy.proof)) return `the picture ${root} has another public copy`;
    this.pictures.set(root, { index: copy && !known.copy ? this.index : known.index, custodian, station: known.station || station, copy: known.copy ?? copy });
  }
}

// ------------------------------------------------------------------------------------------------------------------------
// 9  The publication (publication.md)
// ------------------------------------------------------------------------------------------------------------------------

const MOST_ENTRIES = 2_000_000; // all of a publication is held in memory here
const MOST_FILES = 5_000_000;
const MANIFEST_BYTES = 64 * 2 ** 20;
const FILE_BYTES = 2 ** 30;
const PROBLEMS_SHOWN = 1_000; // of one code; all of them are counted
const TILE_WIDTH = 256;

/** The level that a code of publication.md, section 5 belongs to, and its weight. */
const PROBLEMS = {
  'PUB-201': ['bytes', 'refuted'], 'PUB-202': ['bytes', 'refuted'], 'PUB-203': ['bytes', 'refuted'], 'PUB-204': ['bytes', 'refuted'],
  'PUB-205': ['bytes', 'refuted'], 'PUB-206': ['bytes', 'refuted'], 'PUB-207': ['bytes', 'refuted'], 'PUB-208': ['bytes', 'refuted'],
  'PUB-209': ['signatures', 'refuted'], 'PUB-210': ['signatures', 'refuted'], 'PUB-211': ['signatures', 'refuted'],
  'PUB-212': ['bytes', 'refuted'], 'PUB-213': ['verdicts', 'refuted'], 'PUB-215': ['signatures', 'refuted'], 'PUB-216': ['signatures', 'refuted'],
  'PUB-218': ['pages', 'unchecked'], 'PUB-219': ['pages', 'unchecked'], 'PUB-220': ['signatures', 'unchecked'], 'PUB-225': ['bytes', 'refuted'], 'PUB-226': ['signatures', 'refuted'], 'PUB-230': ['signatures', 'refuted'],
  'PUB-231': ['bytes', 'refuted'], 'PUB-233': ['signatures', 'unchecked'],
};

/** What was looked at and what came of it: each step under its level, each problem with its code and place. */
class Examination {
  constructor() {
    this.steps = { bytes: [], signatures: [], verdicts: [], audits: [], pages: [] };
    this.problems = [];
    this.findings = []; // about the election's own records: they do not judge the publication
    this.counted = new Map();
  }

  problem(code, where, message) {
    const [level, weight] = PROBLEMS[code];
    const count = (this.counted.get(code) ?? 0) + 1;
    this.counted.set(code, count);
    if (count <= PROBLEMS_SHOWN) this.problems.push({ code, where, message, level, weight });
    this.current?.push(code);
  }

  /** Does one step: it is proven if nothing was found, unless the work says what it is in words of its own. */
  async step(level, what, work) {
    const codes = [];
    const outer = this.current;
    this.current = codes;
    const said = (await work()) ?? {};
    this.current = outer;
    const weights = codes.filter(code => PROBLEMS[code][0] === level).map(code => PROBLEMS[code][1]);
    const state = weights.includes('refuted') ? 'refuted' : weights.includes('unchecked') ? 'unchecked' : said.state ?? 'proven';
    this.steps[level].push({ what, state, words: said.words ?? '', problems: codes.length });
  }

  levels() {
    return Object.fromEntries(Object.entries(this.steps).map(([level, steps]) => {
      const states = [...steps.map(step => step.state), ...this.problems.filter(problem => problem.level === level).map(problem => problem.weight)];
      return [level, ['refuted', 'unchecked', 'proven'].find(state => states.includes(state)) ?? 'none'];
    }));
  }
}

/** `<L>/<N>[.p/<W>]` of a tile or bundle as {level, index, width}, or undefined if it is no such path. */
export function readTilePath(path) {
  const match = /^tile\/(entries|0|[1-9][0-9]?)\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/.exec(path);
  if (!match) return undefined;
  const level = match[1] === 'entries' ? 'entries' : Number(match[1]);
  const index = Number(match[2].replaceAll(/[x/]/g, ''));
  const width = match[3] === undefined ? TILE_WIDTH : Number(match[3]);
  if (level > 63 || (match[3] !== undefined && width >= TILE_WIDTH)) return undefined;
  return tilePath(level, index, width) === path ? { level, index, width } : undefined;
}

export function tilePath(level, index, width) {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g);
  const last = groups.pop();
  return `tile/${level}/${groups.map(group => `x${group}/`).join('')}${last}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/** How many hashes (or entries) of a tree of `size` leaves belong to tile `index` at a level; 0 or less if none. */
const widthOfTile = (size, level, index) =>
  Math.min(TILE_WIDTH, Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level)) - TILE_WIDTH * index);

/** The framed entries of a bundle: {entries: [{at, bytes}], fault}. */
function readBundle(bytes) {
  const entries = [];
  let at = 0;
  while (at < bytes.length) {
    if (bytes.length - at < 2) return { entries, fault: `byte ${at}: a length of two octets was expected` };
    const length = bytes[at] * 256 + bytes[at + 1];
    if (length > bytes.length - at - 2) return { entries, fault: `byte ${at}: an entry of ${length} bytes is cut off` };
    entries.push({ at: at + 2, bytes: bytes.subarray(at + 2, at + 2 + length) });
    at += 2 + length;
  }
  return { entries };
}

/** A manifest (section 3): {ok, entries, renderer, files: [{hash, size, path}]} or PUB-205. */
export const readManifest = answering(bytes => {
  const wrong = (why, line) => refuse('PUB-205', line === undefined ? why : `line ${line}: ${why}`);
  if (bytes.length > MANIFEST_BYTES) wrong('a manifest has at most 64 MiB');
  const text = textOf(bytes);
  if (text === undefined || !text.endsWith('\n')) wrong('a manifest is UTF-8 and ends with a line feed');
  const lines = text.slice(0, -1).split('\n');
  if (lines[0] !== 'cotejo manifest 1') wrong('cotejo manifest 1 was expected', 1);
  const entries = lines[1]?.startsWith('entries ') ? decimal(lines[1].slice(8), Number.MAX_SAFE_INTEGER) : undefined;
  if (entries === undefined) wrong('entries and their number were expected', 2);
  const renderer = /^renderer ([0-9a-f]{64})$/.exec(lines[2] ?? '')?.[1];
  if (!renderer) wrong('renderer and a hash were expected', 3);
  const files = [];
  for (let i = 3; i < lines.length; i++) {
    const match = /^([0-9a-f]{64}) (0|[1-9][0-9]{0,15}) ([A-Za-z0-9._\/-]+)$/.exec(lines[i]);
    if (!match || !isManifestPath(match[3])) wrong('hash, size and path were expected', i + 1);
    // Paths are ASCII, so texts compare as their bytes do.
    if (files.length > 0 && files.at(-1).path >= match[3]) wrong('paths stand in their order, each once', i + 1);
    files.push({ hash: match[1], size: Number(match[2]), path: match[3] });
  }
  if (files.length === 0) wrong('at least one file was expected');
  return { entries, renderer, files };
});

const isManifestPath = path => path.length <= 1_000 && path !== 'checkpoint' && path !== MIRRORS && !/^(?:tile|blob|timestamp)\//.test(path) &&
  path.split('/').every(part => /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}$/.test(part));

/** Where else a publication can be read (mirror.md, section 3): not in any manifest, since it changes after the freeze too. */
const MIRRORS = 'mirrors';
const MIRRORS_BYTES = 65_536;

/** A list of mirrors: {ok, origin, made, mirrors: [{name, addresses}], note}, or PUB-230 or what is wrong with the note. */
export const readMirrors = answering(bytes => {
  const wrong = (line, why) => refuse('PUB-230', line ? `line ${line}: ${why}` : why);
  if (bytes.length > MIRRORS_BYTES) wrong(0, `at most ${MIRRORS_BYTES} bytes were expected`);
  const note = must(readNote(bytes));
  const [first, log, made, ...rest] = note.text.slice(0, -1).split('\n');
  if (first !== 'cotejo mirrors 1' || rest.length < 1 || rest.length > 200) wrong(1, "'cotejo mirrors 1', 'log', 'made' and 1 to 200 mirrors were expected");
  if (!/^log ./.test(log)) wrong(2, "'log' and an origin were expected");
  if (!isSecondInUtc(made)) wrong(3, "'made' and a time in UTC were expected");
  const names = new Set();
  const mirrors = rest.map((line, i) => {
    const [word, name, ...addresses] = line.split(' ');
    const fine = word === 'mirror' && isMirrorName(name) && !names.has(name) && addresses.length >= 1 && addresses.length <= 8 && addresses.every(isAddress);
    if (!fine) wrong(i + 4, "'mirror', a name of its own and 1 to 8 addresses were expected");
    names.add(name);
    return { name, addresses };
  });
  return { origin: log.slice(4), made: made.slice(5), mirrors, note };
});

const isMirrorName = name => name !== undefined && name !== '' && name.length <= 64 && !WITHOUT_PLACE_IN_TEXT.test(name) && !/\p{White_Space}/u.test(name);
const isAddress = text => text.length <= 300 && /^https?:\/\/[!#-;=?-[\]_a-z~]+$/.test(text);

/** `made ` and a time of RFC 3339 in UTC to the second, which is a day of the calendar. */
function isSecondInUtc(line) {
  const time = /^made ([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})Z$/.exec(line)?.[1];
  const date = time === undefined ? undefined : new Date(`${time}Z`);
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString() === `${time}.000Z`;
}

const blobPath = hash => `blob/sha256/${hash.slice(0, 2)}/${hash}`;

/**
 * Verifies a publication. `files` has list(): an array of {path, size}, paths relative to SITE with `/`, and read(path): its bytes, or undefined if
 * it is not there. `policy` is what is pinned: text or bytes of a policy file, or null. Answers {ok, verdict, policy, entries, sheets,
 * signatures_checked, levels, problems, findings, steps, sequence}; not ok is a policy that is none, or a publication larger than this program takes.
 */
export const verifySite = answeringLater(async (files, policy = null) => {
  if (!hasCrypto()) return nothingChecked();
  const pins = policy === null ? null : must(await readPins(policy));
  const pinned = pins?.policy ?? null;
  const site = new Site(files, pinned, pins?.succession ?? null);
  await site.examine();
  const { examination, sequence } = site;
  const levels = examination.levels();
  const states = Object.values(levels);
  const verdict = states.includes('refuted') ? 'refuted' : states.includes('unchecked') || pinned === null ? 'unchecked' : 'proven';
  return {
    verdict, policy: pinned === null ? null : hex(await sha256(typeof policy === 'string' ? utf8(policy) : policy)),
    entries: site.size, sheets: sequence.sheets.length, signatures_checked: site.signaturesChecked, levels,
    problems: examination.problems, findings: examination.findings, steps: examination.steps, sequence,
  };
});

/** What is answered where not even a hash can be computed. */
function nothingChecked() {
  const { steps, problems, findings } = new Examination();
  for (const level of Object.keys(steps)) steps[level].push({ what: 'nothing', state: 'unchecked', words: NO_CRYPTO, problems: 0 });
  const levels = Object.fromEntries(Object.keys(steps).map(level => [level, 'unchecked']));
  return { verdict: 'unchecked', policy: null, entries: 0, sheets: 0, signatures_checked: 0, levels, problems, findings, steps, sequence: new Sequence() };
}

/** The value of an answer, or its refusal again. */
function must(answer) {
  if (!answer.ok) refuse(answer.code, answer.message, answer.at);
  return answer;
}

// Public copies of pictures (redaction.md, section 2).

const PNG_BYTES = 64 * 2 ** 20;
const COPY_PROOF_BYTES = 4 * 2 ** 20;
const MOST_PIXELS = 40_000_000;
const LONGEST_SIDE = 100_000;
const TILE_SIDE = 64;
const REDACTION = 'cotejo-redaction/1';
const isPossibleSize = (width, height) => width >= 1 && height >= 1 && width <= LONGEST_SIDE && height <= LONGEST_SIDE && width * height <= MOST_PIXELS;

/** The proof beside a public picture: {width, height, fields, root, leaves: [{salt?, hash}]}, or REDACT-106. */
export const readRedactionProof = answering(bytes => {
  const wrong = why => refuse('REDACT-106', `this is no proof of a redaction: ${why}`);
  if (bytes.length > COPY_PROOF_BYTES) wrong(`it has more than ${COPY_PROOF_BYTES} bytes`);
  const lines = Array.from(bytes, octet => String.fromCharCode(octet)).join('').split('\n');
  if (lines.length <= 4 || lines[0] !== REDACTION) wrong(`it does not begin with ${REDACTION}`);
  const size = /^size ([1-9][0-9]{0,5}) ([1-9][0-9]{0,5})$/.exec(lines[1]) ?? wrong('line 2');
  const count = /^fields (0|[1-9][0-9]{0,2})$/.exec(lines[2]) ?? wrong('line 3');
  const stated = /^root ([0-9a-f]{64})$/.exec(lines[3]) ?? wrong('line 4');
  const [width, height, fields] = [Number(size[1]), Number(size[2]), Number(count[1])];
  if (!isPossibleSize(width, height) || fields > 100) wrong('a size or a number of fields that is not possible');
  const tiles = Math.ceil(width / TILE_SIDE) * Math.ceil(height / TILE_SIDE);
  if (lines.length !== 4 + 2 + fields + tiles + 1 || lines.at(-1) !== '') wrong(`${lines.length - 5} parts, ${2 + fields + tiles} were expected`);
  const leaves = lines.slice(4, -1).map((line, i) => {
    const part = /^(?:\+ ([A-Za-z0-9+/]{43}=) |- )([A-Za-z0-9+/]{43}=)$/.exec(line) ?? wrong(`line ${i + 5}`);
    const [salt, hash] = [part[1] === undefined ? undefined : bytesOfBase64(part[1]) ?? wrong(`line ${i + 5}`), bytesOfBase64(part[2]) ?? wrong(`line ${i + 5}`)];
    if (salt === undefined ? i === 0 : i > 0 && i < 2 + fields) wrong(`line ${i + 5}`);
    return { salt, hash };
  });
  return { width, height, fields, root: stated[1], leaves };
});

let crcTable;

function crc32(bytes) {
  crcTable ??= Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c;
  });
  let crc = 0xffffffff;
  for (const octet of bytes) crc = crcTable[(crc ^ octet) & 255] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** A PNG of 8 bits of grey that holds pixels and nothing else: {width, height, values}, or REDACT-103, 107, 108. */
export const readPublicPng = answering(bytes => {
  const wrong = why => refuse('REDACT-107', `this is no picture of a public copy: ${why}`);
  const more = what => refuse('REDACT-108', `this PNG holds ${what} beside its pixels`);
  if (bytes.length > PNG_BYTES) wrong(`it has more than ${PNG_BYTES} bytes`);
  if (bytes.length < 8 || !sameBytes(bytes.subarray(0, 8), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))) wrong('not a PNG');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const data = [];
  let size;
  for (let at = 8; ;) {
    if (at + 12 > bytes.length || view.getUint32(at) > bytes.length - at - 12) wrong('cut short');
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) wrong('CRC');
    if (size === undefined) {
      const grey = name === 'IHDR' && length === 13 && sameBytes(bytes.subarray(at + 16, at + 21), Uint8Array.of(8, 0, 0, 0, 0));
      if (!grey) wrong('IHDR');
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
      if (!isPossibleSize(size.width, size.height)) refuse('REDACT-103', `this picture has ${size.width} x ${size.height} pixels`);
    } else if (name === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    else if (name !== 'IEND' || length !== 0) more(/^[A-Za-z]{4}$/.test(name) ? name : '?');
    else if (at + 12 !== bytes.length) more(`${bytes.length - at - 12} bytes`);
    else break;
    at += 12 + length;
  }
  const { width, height } = size;
  const rows = inflate(joined(...data), (width + 1) * height, () => wrong('IDAT'), () => more('IDAT'));
  return { width, height, values: unfiltered(rows, width, height, () => wrong('IDAT')) };
});

/** The rows of a PNG without their filters (W3C PNG, section 9). */
function unfiltered(rows, width, height, wrong) {
  const values = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (width + 1)];
    if (filter > 4) wrong();
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const left = x > 0 ? values[at - 1] : 0;
      const up = y > 0 ? values[at - width] : 0;
      const corner = x > 0 && y > 0 ? values[at - width - 1] : 0;
      const guess = filter === 0 ? 0 : filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner);
      values[at] = rows[y * (width + 1) + 1 + x] + guess;
    }
  }
  return values;
}

function paeth(left, up, corner) {
  const estimate = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
}

const LENGTHS = [[3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258],
  [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]];
const DISTANCES = [[1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577],
  [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]];
const MORE_READ = 65_536; // bytes too many that are read on, so that what is no stream is called so
const ORDER_OF_LENGTHS = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * Exactly `expected` bytes of a zlib stream (RFC 1950, 1951) that fills `bytes`. It is here since platforms tell differently, or not at all, that something stands
 * behind a stream, and whoever hides a name in a public picture would put it there.
 */
function inflate(bytes, expected, wrong, more) {
  const out = new Uint8Array(expected + MORE_READ + 1);
  let [at, held, bits, filled] = [2, 0, 0, 0];
  if (bytes.length < 2 || (bytes[0] & 15) !== 8 || bytes[0] >> 4 > 7 || (bytes[0] * 256 + bytes[1]) % 31 !== 0 || bytes[1] & 32) wrong();
  const take = count => {
    while (bits < count) {
      if (at === bytes.length) wrong();
      held |= bytes[at++] << bits;
      bits += 8;
    }
    const value = held & ((1 << count) - 1);
    held >>>= count;
    bits -= count;
    return value;
  };
  const put = octet => {
    if (filled > expected + MORE_READ) more();
    out[filled++] = octet;
  };
  const symbolOf = ({ counts, symbols }) => {
    let [code, first, index] = [0, 0, 0];
    for (let length = 1; length <= 15; length++) {
      code |= take(1);
      if (code - counts[length] < first) return symbols[index + code - first];
      index += counts[length];
      first = (first + counts[length]) << 1;
      code <<= 1;
    }
    return wrong();
  };
  const compressed = (lengths, distances) => {
    for (let symbol = symbolOf(lengths); symbol !== 256; symbol = symbolOf(lengths)) {
      if (symbol < 256) {
        put(symbol);
        continue;
      }
      if (symbol > 285) wrong();
      let count = LENGTHS[0][symbol - 257] + take(LENGTHS[1][symbol - 257]);
      const place = symbolOf(distances);
      if (place > 29) wrong();
      const back = DISTANCES[0][place] + take(DISTANCES[1][place]);
      if (back > filled) wrong();
      for (; count > 0; count--) put(out[filled - back]);
    }
  };
  for (let last = 0; !last;) {
    last = take(1);
    const type = take(2);
    if (type === 3) wrong();
    if (type === 0) {
      held = bits = 0;
      if (at + 4 > bytes.length) wrong();
      const count = bytes[at] | (bytes[at + 1] << 8);
      if (count !== (~(bytes[at + 2] | (bytes[at + 3] << 8)) & 0xffff)) wrong();
      at += 4;
      for (let i = 0; i < count; i++) {
        if (at === bytes.length) wrong();
        put(bytes[at++]);
      }
    } else if (type === 1) {
      compressed(huffman(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)), wrong), huffman(new Array(32).fill(5), wrong));
    } else {
      const [literals, places, some] = [take(5) + 257, take(5) + 1, take(4) + 4];
      if (literals > 286 || places > 30) wrong();
      const short = new Array(19).fill(0);
      for (let i = 0; i < some; i++) short[ORDER_OF_LENGTHS[i]] = take(3);
      const code = huffman(short, wrong, true);
      const all = [];
      while (all.length < literals + places) {
        const symbol = symbolOf(code);
        if (symbol < 16) all.push(symbol);
        else {
          if (symbol === 16 && all.length === 0) wrong();
          const again = symbol === 16 ? all.at(-1) : 0;
          const times = symbol === 16 ? 3 + take(2) : symbol === 17 ? 3 + take(3) : 11 + take(7);
          if (all.length + times > literals + places) wrong();
          for (let i = 0; i < times; i++) all.push(again);
        }
      }
      if (all[256] === 0) wrong();
      compressed(huffman(all.slice(0, literals), wrong), huffman(all.slice(literals), wrong));
    }
  }
  if (at + 4 > bytes.length) wrong();
  let [low, high] = [1, 0];
  for (let i = 0; i < filled; i++) {
    low = (low + out[i]) % 65_521;
    high = (high + low) % 65_521;
  }
  if ((((high << 16) | low) >>> 0) !== new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0)) wrong();
  if (at + 4 !== bytes.length || filled > expected) more();
  if (filled < expected) wrong();
  return out.subarray(0, expected);
}

/** The canonical code of these lengths; refused where it is over-subscribed, or incomplete but for a single short code. */
function huffman(lengths, wrong, ofLengths = false) {
  const counts = new Array(16).fill(0);
  for (const length of lengths) counts[length]++;
  counts[0] = 0;
  let left = 1;
  for (let length = 1; length <= 15; length++) {
    left = 2 * left - counts[length];
    if (left < 0) wrong();
  }
  const longest = Math.max(...lengths);
  if (left > 0 && longest > 0 && (ofLengths || longest !== 1)) wrong();
  const starts = [0, 0];
  for (let length = 1; length < 15; length++) starts[length + 1] = starts[length] + counts[length];
  const symbols = [];
  lengths.forEach((length, symbol) => {
    if (length > 0) symbols[starts[length]++] = symbol;
  });
  return { counts, symbols };
}

/** A number as entries.md, section 2 writes it. */
function numberInBytes(value) {
  const bytes = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return Uint8Array.of(...bytes, value);
}

/** Holds a public picture against its proof and, if one is given, a root: {ok, root, covered, tiles, fields}, or the first code that refutes it. */
export const checkPublicCopy = answeringLater(async (png, proofBytes, root = undefined) => {
  const proof = must(readRedactionProof(proofBytes));
  const { width, height, values } = must(readPublicPng(png));
  if (width !== proof.width || height !== proof.height) refuse('REDACT-201', `the picture has ${width} x ${height} pixels, the proof says ${proof.width} x ${proof.height}`);
  const columns = Math.ceil(width / TILE_SIDE);
  const first = 2 + proof.fields;
  const hashes = [];
  let [fault, covered] = [undefined, 0];
  for (const [i, { salt, hash }] of proof.leaves.entries()) {
    const [column, row] = [(i - first) % columns, Math.floor((i - first) / columns)];
    const [left, top] = [column * TILE_SIDE, row * TILE_SIDE];
    const pixels = i < first ? undefined : pixelsOf(values, width, left, top, Math.min(TILE_SIDE, width - left), Math.min(TILE_SIDE, height - top));
    if (salt === undefined) {
      covered += i < first ? 0 : 1;
      if (pixels?.some(pixel => pixel !== 0)) fault ??= ['REDACT-203', `the part at ${left},${top} is said to be covered, and it is not all black`];
    } else {
      const body = i === 0
        ? joined(Uint8Array.of(0), numberInBytes(REDACTION.length), utf8(REDACTION), ...[width, height, TILE_SIDE, proof.fields].map(numberInBytes))
        : joined(Uint8Array.of(3), numberInBytes(column), numberInBytes(row), pixels);
      const same = sameBytes(await leafHash(joined(salt, body)), hash);
      if (!same) fault ??= i === 0 ? ['REDACT-207', 'the size is not the one that was committed to'] : ['REDACT-202', `the part at ${left},${top} is not what was committed to`];
    }
    hashes.push(hash);
  }
  if (fault) refuse(...fault);
  const computed = hex(await rootOfFirst(await buildTree(hashes), hashes.length));
  if (computed !== proof.root) refuse('REDACT-204', 'the hashes of this proof have another root than it says');
  if (root !== undefined && root !== proof.root) refuse('REDACT-205', `this is of the root ${proof.root}, not of ${root}`);
  return { root: proof.root, covered, tiles: proof.leaves.length - first, fields: proof.fields };
});

function pixelsOf(values, width, left, top, wide, high) {
  const pixels = new Uint8Array(wide * high);
  for (let y = 0; y < high; y++) pixels.set(values.subarray((top + y) * width + left, (top + y) * width + left + wide), y * wide);
  return pixels;
}

class Site {
  constructor(files, policy, succession) {
    this.files = files;
    this.policy = policy;
    this.succession = succession;
    this.examination = new Examination();
    this.sequence = new Sequence();
    this.covered = new Set(['checkpoint', '.cotejo-site', MIRRORS]);
    this.size = 0;
    this.signaturesChecked = 0;
  }

  problem(code, where, message) {
    this.examination.problem(code, where, message);
  }

  async examine() {
    const { examination } = this;
    const listed = await this.files.list();
    if (listed.length > MOST_FILES) refuse('LIMIT', `more than ${MOST_FILES} files`);
    this.listed = new Map(listed.map(file => [file.path, file.size]));
    await examination.step('bytes', 'the checkpoint is one', () => this.readHead());
    if (this.head) {
      await examination.step('bytes', 'every entry is there', () => this.readEntries());
      await examination.step('bytes', 'entries and tiles hash to the root of the checkpoint', () => this.checkTree());
      await examination.step('bytes', 'entries are in their one form and follow each other', () => this.followEntries());
      await examination.step('signatures', 'the head is signed by the log and its cosigners', () => this.checkHead());
      if (this.succession?.to.name === this.head.origin) {
        await examination.step('bytes', 'it goes on from the log whose key was given up', () => this.checkSuccession());
        await examination.step('signatures', 'the last head of that log was cosigned', () => this.checkLastHead());
      }
      if (this.listed.has(MIRRORS)) await examination.step('signatures', 'the list of mirrors is signed by the log', () => this.checkMirrors());
      await examination.step('bytes', 'every blob that an entry names has its hash', () => this.checkBlobs());
      if ([...this.sequence.pictures.values()].some(picture => picture.copy)) {
        await examination.step('bytes', 'public copies of pictures are what was committed to', () => this.checkPictures());
      }
      await examination.step('bytes', 'every file is the one that the manifest commits to', () => this.checkManifest());
      await examination.step('signatures', 'sheets are signed with the keys enrolled', () => this.checkSheets());
      if (this.sequence.machineLogs.length > 0) await examination.step('signatures', 'logs of machines say what the entries state of them', () => this.checkMachineLogs());
      await this.checkTimestamps();
      await examination.step('bytes', 'nothing is extra', () => this.checkExtra());
    }
    await this.checkRest();
  }

  /** The bytes of a file, or undefined if it is missing; larger ones than this program takes are refused. */
  async read(path) {
    if (!this.listed.has(path)) return undefined;
    if (this.listed.get(path) > FILE_BYTES) refuse('LIMIT', `${path} is larger than 1 GiB`);
    return this.files.read(path);
  }

  async readHead() {
    const bytes = await this.read('checkpoint');
    if (bytes === undefined) return this.problem('PUB-208', 'checkpoint', 'it is missing');
    const note = readNote(bytes);
    const head = note.ok ? readCheckpoint(note.text) : note;
    if (!head.ok) return this.problem('PUB-208', 'checkpoint', `${head.code}: ${head.message}`);
    if (head.size > MOST_ENTRIES) refuse('LIMIT', `${head.size} entries: this program takes ${MOST_ENTRIES}`);
    this.head = head;
    this.note = bytes;
    this.size = head.size;
    return { words: `${head.origin}, ${head.size} entries` };
  }

  /** Reads the bundles that the tree's size asks for. this.entries[i] is undefined where one could not be read. */
  async readEntries() {
    this.entries = new Array(this.size);
    this.bundles = new Map();
    for (let index = 0; index * TILE_WIDTH < this.size; index++) {
      const width = widthOfTile(this.size, 'entries', index);
      const path = tilePath('entries', index, width);
      const bytes = await this.read(path);
      if (bytes === undefined) {
        this.problem('PUB-206', path, 'this bundle is missing');
        continue;
      }
      const bundle = readBundle(bytes);
      if (bundle.fault) this.problem('PUB-206', path, bundle.fault);
      else if (bundle.entries.length !== width) this.problem('PUB-206', path, `${bundle.entries.length} entries, ${width} were expected`);
      this.bundles.set(index, bytes);
      for (const [i, entry] of bundle.entries.slice(0, width).entries()) this.entries[index * TILE_WIDTH + i] = { path, ...entry };
    }
    this.complete = !this.entries.includes(undefined);
    return { words: `${this.size} entries` };
  }

  /** Where entry `i` stands, in words: its number, its bundle and the byte in it. */
  placeOf(i, byte = 0) {
    return `entry ${i}, ${this.entries[i].path}, byte ${this.entries[i].at + byte}`;
  }

  async checkTree() {
    if (!this.complete) return { state: 'refuted', words: 'not every entry is there' };
    const tree = await buildTree(await mapInBatches(this.entries, entry => leafHash(entry.bytes)));
    this.tree = tree;
    const root = await rootOfFirst(tree, this.size);
    if (!sameBytes(root, this.head.root)) this.problem('PUB-207', 'checkpoint', `the entries have the root ${base64(root)}, the checkpoint says ${base64(this.head.root)}`);
    let tiles = 0;
    for (let level = 0; TILE_WIDTH ** level <= this.size; level++) {
      for (let index = 0; widthOfTile(this.size, level, index) > 0; index++) {
        const path = tilePath(level, index, widthOfTile(this.size, level, index));
        if (!this.listed.has(path)) this.problem('PUB-206', path, 'this tile is missing');
      }
    }
    for (const path of this.listed.keys()) {
      const tile = readTilePath(path);
      // What lies beyond the tree, or is no path of a tile, is left for checkExtra().
      if (!tile || tile.width > widthOfTile(this.size, tile.level, tile.index)) continue;
      this.covered.add(path);
      tiles++;
      await (tile.level === 'entries' ? this.checkEarlierBundle(path, tile) : this.checkTile(path, tile));
    }
    return { words: `${tiles} tiles and bundles` };
  }

  async checkTile(path, { level, index, width }) {
    const bytes = await this.read(path);
    if (bytes.length !== 32 * width) return this.problem('PUB-206', path, `${bytes.length} bytes, ${32 * width} were expected`);
    for (let i = 0; i < width; i++) {
      const place = index * TILE_WIDTH + i;
      if (sameBytes(bytes.subarray(32 * i, 32 * i + 32), this.tree.heights[8 * level][place])) continue;
      const about = level === 0 ? `entry ${place}` : `the entries from ${place * TILE_WIDTH ** level}`;
      return this.problem('PUB-206', `${path}, byte ${32 * i}`, `this hash is not that of ${about}`);
    }
  }

  /** A bundle of an earlier checkpoint must be the beginning of the one that counts. */
  async checkEarlierBundle(path, { index, width }) {
    const whole = widthOfTile(this.size, 'entries', index);
    if (width === whole) return;
    const end = this.entries[index * TILE_WIDTH + width].at - 2;
    const bytes = await this.read(path);
    const newer = this.bundles.get(index).subarray(0, end);
    if (sameBytes(bytes, newer)) return;
    let at = 0;
    while (at < Math.min(bytes.length, end) && bytes[at] === newer[at]) at++;
    this.problem('PUB-206', `${path}, byte ${at}`, `this is not the beginning of ${tilePath('entries', index, whole)}`);
  }

  followEntries() {
    let following = true;
    for (const [i, entry] of this.entries.entries()) {
      if (entry === undefined) {
        following = false;
        continue;
      }
      const read = readEntry(entry.bytes);
      if (!read.ok) {
        this.problem('PUB-212', this.placeOf(i, read.at), `${read.code}: ${read.message}`);
        following = false;
      }
      if (!following) continue;
      const fault = this.sequence.follow(read);
      if (fault) {
        this.problem('PUB-212', this.placeOf(i), `${read.record}: ${fault}`);
        following = false;
      }
    }
    if (following && !this.sequence.log) this.problem('PUB-212', 'entries', 'no entry opens the log (entry 20)');
    this.followed = following;
    return { words: following ? '' : `only ${this.sequence.index} entries could be followed` };
  }

  /** Signatures of the checkpoint: against the policy, or without one against the key that the log itself states. */
  async checkHead() {
    const { log } = this.sequence;
    if (log && log.origin !== this.head.origin) {
      this.problem('PUB-211', 'checkpoint', `its origin is ${this.head.origin}, but the entries open the log ${log.origin}`);
    }
    if (this.policy === null) return this.checkHeadAlone(log);
    const checked = await checkCheckpoint(this.note, this.policy);
    if (!checked.ok) return this.problem({ 'POLICY-110': 'PUB-211', 'POLICY-112': 'PUB-210' }[checked.code] ?? 'PUB-209', 'checkpoint', `${checked.code}: ${checked.message}`);
    if (log && !checked.logKeys.some(key => sameBytes(key.key, log.key))) this.problem('PUB-211', 'checkpoint', "the policy's key of the log is not the one that entry 20 states");
    for (const line of checked.unchecked) this.problem('PUB-220', 'checkpoint', `${line} could not be checked here`);
    if (checked.logSignature === 'unchecked') return { state: 'unchecked', words: 'this platform has no Ed25519' };
    const beside = checked.beside.map(name => `another signature line by ${name} could not be checked: this platform does not know its kind`);
    return { words: [`signed by ${checked.origin}`, ...beside, ...checked.cosigned.map(({ name, time }) => `${name} at ${time}`)].join('; ') };
  }

  /** succession.md, section 4: the new log begins with the old one's entries. */
  async checkSuccession() {
    const { head } = this.succession;
    if (head.size > this.size) return this.problem('PUB-231', 'checkpoint', `it had ${head.size} entries, here are ${this.size}`);
    if (!this.tree) return { state: 'unchecked', words: 'not every entry is there' };
    if (head.size > 0 && !sameBytes(await rootOfFirst(this.tree, head.size), head.root)) return this.problem('PUB-231', 'checkpoint', `its first ${head.size} entries are others`);
    return { words: `${head.origin}, ${head.size} entries`, ...(this.succession.isChecked ? {} : { state: 'unchecked' }) };
  }

  async checkLastHead() {
    const { from, last } = this.succession;
    const checked = await checkCheckpoint(last, { ...this.policy, logs: [from] });
    if (!checked.ok || checked.quorum === 'unchecked') return this.problem('PUB-233', 'checkpoint', checked.message ?? 'a cosignature could not be checked here');
    return { words: checked.cosigned.map(({ name, time }) => `${name} at ${time}`).join('; ') };
  }

  async checkHeadAlone(log) {
    const words = 'no policy is pinned: the log vouches for itself';
    if (!log) return { state: 'unchecked', words };
    const key = await keyOf(log.origin, 1, log.key);
    const checked = await checkNote(this.note, [key]);
    if (!checked.ok) this.problem('PUB-209', 'checkpoint', `by the key that entry 20 states: ${checked.code}: ${checked.message}`);
    return { state: 'unchecked', words };
  }

  /** mirror.md, section 3: a list that the log's key did not sign leads readers astray. */
  async checkMirrors() {
    const said = answer => this.problem('PUB-230', MIRRORS, `${answer.code}: ${answer.message}`);
    const list = readMirrors(await this.read(MIRRORS));
    if (!list.ok) return said(list);
    if (list.origin !== this.head.origin) return this.problem('PUB-230', MIRRORS, 'it is of another log');
    const words = `${list.mirrors.length} mirrors, made at ${list.made}`;
    if (this.policy === null) return { state: 'unchecked', words };
    const checked = await checkNote(await this.read(MIRRORS), this.policy.logs);
    if (!checked.ok) return said(checked);
    const ofLog = key => key.type === 1 && key.name === list.origin;
    if (checked.verified.some(one => ofLog(one.key))) return { words };
    if (checked.unchecked.some(ofLog)) return { state: 'unchecked', words: `${words}; this platform has no Ed25519` };
    return this.problem('PUB-230', MIRRORS, "its log's key has not signed it");
  }

  async checkBlobs() {
    const named = new Map(); // hash to who names it
    for (const { index, manifest } of this.sequence.publications) named.set(manifest, [`entry ${index}, its manifest`, true]);
    for (const { index, checkpoint } of this.sequence.taken) named.set(checkpoint, [`entry ${index}, a checkpoint of another log`, true]);
    for (const { index, file } of this.sequence.machineLogs) if (!named.has(file)) named.set(file, [`entry ${index}, the log of a machine`, true]);
    // What an audit commits to may be published after it.
    for (const { index, file } of this.sequence.commitments) if (!named.has(file)) named.set(file, [`entry ${index}, an audit's file`, false]);
    for (const { index, copy } of this.sequence.pictures.values()) {
      if (copy === null) continue;
      named.set(copy.picture, [`entry ${index}, a public picture`, true]);
      named.set(copy.proof, [`entry ${index}, the proof of a public picture`, true]);
    }
    const last = this.sequence.publications.at(-1)?.manifest;
    for (const [hash, [who, due]] of named) {
      const path = blobPath(hash);
      const bytes = await this.read(path);
      if (bytes === undefined) {
        if (hash === last) this.problem('PUB-205', path, `missing; ${who}`);
        else if (due) this.problem('PUB-203', path, `missing; ${who}`);
        continue;
      }
      this.covered.add(path);
      if (hex(await sha256(bytes)) !== hash) this.problem('PUB-203', path, `this is not the file with its hash; ${who}`);
      else if (hash === last) this.manifest = bytes;
    }
    return { words: `${named.size} named` };
  }

  /** redaction.md, section 2: every public copy against its proof, and both against the root of the entry. */
  async checkPictures() {
    let shown = 0;
    for (const [root, { index, copy }] of this.sequence.pictures) {
      if (copy === null) continue;
      shown++;
      const [png, proof] = [await this.read(blobPath(copy.picture)), await this.read(blobPath(copy.proof))];
      if (png === undefined || proof === undefined) continue; // told as PUB-203
      if (hex(await sha256(png)) !== copy.picture || hex(await sha256(proof)) !== copy.proof) continue; // this too
      const checked = await checkPublicCopy(png, proof, root);
      if (!checked.ok) this.problem('PUB-225', blobPath(copy.picture), `${checked.code}: ${checked.message}; entry ${index}`);
    }
    return { words: `${shown} held against their proofs and roots` };
  }

  async checkManifest() {
    const publication = this.sequence.publications.at(-1);
    if (!publication) return this.problem('PUB-218', 'entries', 'no entry 21: nothing commits to the pages');
    if (this.size > publication.index + 1) {
      this.problem('PUB-219', `entry ${publication.index}`, `${this.size - publication.index - 1} entries came after the last entry 21`);
    }
    if (!this.manifest) return { state: 'refuted', words: 'there is no manifest' };
    const where = blobPath(publication.manifest);
    const manifest = readManifest(this.manifest);
    if (!manifest.ok) return this.problem('PUB-205', where, manifest.message);
    if (manifest.entries !== publication.entries) {
      this.problem('PUB-205', where, `it speaks of ${manifest.entries} entries, entry ${publication.index} of ${publication.entries}`);
    }
    for (const { path, size, hash } of manifest.files) {
      this.covered.add(path);
      if (!this.listed.has(path)) this.problem('PUB-201', path, 'it is missing');
      else if (this.listed.get(path) !== size) this.problem('PUB-202', path, `${this.listed.get(path)} bytes, ${size} were expected`);
      else if (hex(await sha256(await this.read(path))) !== hash) this.problem('PUB-202', path, `its hash is not ${hash}`);
    }
    this.committed = manifest;
    return { words: `${manifest.files.length} files` };
  }

  /** sheet.md, section 6. What is false about a sheet is a finding about it: the publication that shows it is none the worse for it. */
  async checkSheets() {
    const { sheets, keys, rehearsalKeys, frozen } = this.sequence;
    const isLate = enrolled => frozen !== null && enrolled.index > frozen.index;
    for (const { index } of rehearsalKeys) this.finding('KEY-202', index, 'a key of a rehearsal in an election that is none');
    for (const enrolled of keys.values()) if (isLate(enrolled)) this.finding('SHEET-706', enrolled.index, 'this key was stated after the definition was frozen');
    const proven = new Map(); // station/machine/contest to the final sheet that was proven first
    const verdicts = await mapInBatches(sheets, one => this.judgeSheet(one, keys.get(`${one.sheet.station}/${one.sheet.machine}`), isLate));
    for (const [i, [verdict, code, message]] of verdicts.entries()) {
      const { index, sheet } = sheets[i];
      if (code) this.finding(code, index, message);
      const place = `${sheet.station}/${sheet.machine}/${sheet.contest}`;
      if (verdict !== 'proven' || sheet.paper !== 'FINAL') continue;
      if (proven.has(place) && proven.get(place) !== sheet.signed) this.finding('SHEET-704', index, 'the machine signed another final sheet of this contest');
      if (!proven.has(place)) proven.set(place, sheet.signed);
    }
    this.examination.findings.sort((a, b) => a.entry - b.entry);
    const unchecked = verdicts.filter(([verdict]) => verdict === 'no platform').length;
    const words = `${sheets.length} sheets, ${this.signaturesChecked} signatures checked, ${this.examination.findings.length} findings`;
    return unchecked > 0 ? { state: 'unchecked', words: `${words}; ${unchecked} signatures could not be checked: this platform has no Ed25519` } : { words };
  }

  /** Entry 24: every line of every log again, with the key enrolled; what a log shows about the election is a finding, and the publication is none the worse for it. */
  async checkMachineLogs() {
    const { machineLogs, keys, definition, frozen } = this.sequence;
    const before = new Map(); // station/machine to the logs given so far, {log, proven}
    let lines = 0;
    let unchecked = 0;
    for (const given of machineLogs) {
      const bytes = await this.read(blobPath(given.file));
      if (bytes === undefined || hex(await sha256(bytes)) !== given.file) continue; // told where blobs are checked
      const log = readMachineLog(bytes);
      const wrong = why => this.problem('PUB-226', this.placeOf(given.index), why);
      if (!log.ok) {
        wrong(log.message);
        continue;
      }
      if (log.station !== given.station || log.machine !== given.machine || log.election !== definition.election) wrong('it is of another machine, station or election');
      const place = `${given.station}/${given.machine}`;
      const enrolled = keys.get(place);
      const answer = enrolled ? await provenLines(log, enrolled.key, enrolled.algorithm) : { proven: 0 };
      if (answer.unchecked) {
        unchecked++;
        continue;
      }
      lines += answer.proven;
      const facts = factsOfLog(log, answer.proven);
      const earlier = before.get(place) ?? [];
      const parting = earlier.map(other => partingOfLogs(log, answer.proven, other.log, other.proven)).find(line => line > 0) ?? 0;
      before.set(place, [...earlier, { log, proven: answer.proven }]);
      const said = value => JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? `${item}` : item));
      if (said([facts, parting]) !== said([given.facts, given.parting])) wrong(`stated ${said([given.facts, given.parting])}, made again ${said([facts, parting])}`);
      const isLate = enrolled && frozen !== null && enrolled.index > frozen.index;
      if (enrolled && !isLate && answer.proven < facts.lines) this.finding('CUST-605', given.index, `the log of machine ${given.machine} is not its own from line ${answer.proven + 1} on`);
      if (parting > 0) this.finding('CUST-607', given.index, `two logs of machine ${given.machine} differ at line ${parting}`);
      const { closing, counted } = facts;
      if (closing && (closing.counted !== counted || (closing.complete && closing.printed < closing.copies))) this.finding('CUST-608', given.index, `the log of machine ${given.machine} contradicts itself`);
    }
    this.examination.findings.sort((a, b) => a.entry - b.entry);
    const words = `${machineLogs.length} logs, ${lines} lines proven`;
    return unchecked > 0 ? { state: 'unchecked', words: `${words}; ${unchecked} logs could not be checked: this platform has no Ed25519` } : { words };
  }

  finding(code, entry, message) {
    this.examination.findings.push({ code, entry, where: this.placeOf(entry), message });
  }

  /** The verdict on one sheet, the first that fits, with its finding: [verdict, code, words]. */
  async judgeSheet({ sheet, station, contest }, enrolled, isLate) {
    const { definition, frozen } = this.sequence;
    const stated = definition.contests.find(one => one.id === sheet.contest);
    const positions = stated && (stated.options.length || stated.candidates.length);
    if (sheet.station !== station) return ['other station', 'SHEET-702', `the sheet of ${sheet.station} was delivered for ${station}`];
    if (sheet.election !== definition.election) return ['other election', 'SHEET-703', `a sheet of the election ${sheet.election}`];
    if (sheet.contest !== contest) return ['other election', 'SHEET-703', `a sheet of the contest ${sheet.contest}`];
    if (frozen && sheet.definition !== spokenHash(frozen.hash)) return ['other election', 'SHEET-703', 'a sheet of another definition'];
    if (stated && sheet.votes.length !== positions) return ['other election', 'SHEET-703', `a sheet of ${sheet.votes.length} positions, the contest has ${positions}`];
    if (sheet.algorithm === 'ED25519-DEMO' && !isRehearsal(definition.election)) return ['false', 'SHEET-701', 'a sheet of a rehearsal'];
    const missing = ['unchecked', 'SHEET-705', `no key of machine ${sheet.machine} is stated in time`];
    if (!enrolled) return missing;
    const answer = await checkSheet(sheet, enrolled.key, enrolled.algorithm);
    if (answer.ok && answer.signature === 'unchecked') return ['no platform'];
    this.signaturesChecked++;
    if (isLate(enrolled)) return answer.ok ? ['late key'] : missing;
    return answer.ok ? ['proven'] : ['false', answer.code, answer.message];
  }

  /**
   * Section 6. This program has neither certificates of authorities nor block headers: what is over its head stays unchecked, in words, and lowers
   * no level, since anybody can add such a file without a key.
   */
  async checkTimestamps() {
    const paths = [...this.listed.keys()].filter(path => readTimestampPath(path)).sort(byEntriesThenName);
    const index = await this.read(TIMESTAMP_INDEX);
    if (index !== undefined && isTimestampIndex(index)) this.covered.add(TIMESTAMP_INDEX);
    if (paths.length === 0) return;
    for (const path of paths) this.covered.add(path);
    await this.examination.step('signatures', 'timestamps are over heads of this log', async () => {
      const looked = paths.slice(0, MOST_TIMESTAMPS);
      let fine = 0;
      for (const path of looked) {
        const fault = await this.faultOfTimestamp(path);
        if (fault) this.problem('PUB-216', path, fault);
        else fine++;
      }
      const more = paths.length > looked.length ? `; ${paths.length - looked.length} more were not looked at` : '';
      return { words: `COULD NOT CHECK who gave the time: ${fine} are over heads of this log, and this program checks no certificate and no block${more}` };
    });
  }

  async faultOfTimestamp(path) {
    const { entries, hash, kind } = readTimestampPath(path);
    if (this.listed.get(path) > TIMESTAMP_BYTES) return `it is longer than ${TIMESTAMP_BYTES} bytes`;
    const bytes = await this.read(path);
    if (hex(await sha256(bytes)) !== hash) return 'it is not the file that its name says';
    if (entries > this.size) return `it is over a head of ${entries} entries, and the log has ${this.size}`;
    const stamped = kind === 'tsr' ? imprintOfToken(bytes) : digestOfProof(bytes);
    if (stamped === undefined) return 'it is malformed';
    if (!this.tree || !stamped.algorithm) return undefined; // the tree's own problem was told; or it can't be checked
    const root = await rootOfFirst(this.tree, entries);
    const text = utf8(`${this.head.origin}\n${entries}\n${base64(root)}\n`);
    return sameBytes(await digestOf(stamped.algorithm, text), stamped.digest) ? undefined : 'it is over something else';
  }

  /** Without a manifest that counts, what it might cover is not called extra. */
  checkExtra() {
    let some = 0;
    for (const path of [...this.listed.keys()].sort()) {
      if (this.covered.has(path) || (!this.sequence.publications.length && isManifestPath(path))) continue;
      if (!this.tree && readTilePath(path)) continue; // not judged, since there is no tree to judge it by
      if (!this.followed && path.startsWith('blob/')) continue; // nor this, since not every entry was read
      if (!this.committed && isManifestPath(path)) continue; // the manifest's own problem was told
      some++;
      this.problem('PUB-204', path, 'nothing covers it');
    }
    return { words: some === 0 ? `${this.listed.size} files` : '' };
  }

  /** What this program does not make again. */
  async checkRest() {
    const { publications, commitments } = this.sequence;
    const notHere = words => () => ({ state: 'unchecked', words });
    const data = [...this.listed.keys()].some(path => path.startsWith('data/'));
    if (data) await this.examination.step('verdicts', 'data made again from the entries', notHere('this program does not make data again'));
    if (commitments.length > 0) await this.examination.step('audits', 'audits computed again', notHere('this program does not compute audits'));
    if (publications.length > 0) await this.examination.step('pages', 'pages made again', notHere('this program does not make pages'));
  }
}

/** The first 128 bits of a definition hash as they are read aloud (entries.md, section 5). */
export const spokenHash = digits => BigInt(`0x${digits.slice(0, 32)}`).toString().padStart(40, '0');

/** The children of a DER value as {tag, body}, or undefined if they do not fill it. */
function derItems(bytes) {
  const items = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes[at];
    let length = bytes[at + 1];
    at += 2;
    if (length === undefined) return undefined;
    if (length > 0x80) {
      const octets = length & 0x7f;
      if (octets > 4 || octets > bytes.length - at) return undefined;
      length = Number(numberOf(bytes.subarray(at, at + octets)));
      at += octets;
    } else if (length === 0x80) return undefined;
    if (length > bytes.length - at) return undefined;
    items.push({ tag, body: bytes.subarray(at, at + length) });
    at += length;
  }
  return items;
}

const OID_SIGNED_DATA = '2a864886f70d010702';
const OID_TST_INFO = '2a864886f70d0109100104';
const IMPRINTS = { '608648016503040201': 'SHA-256', '608648016503040202': 'SHA-384', '608648016503040203': 'SHA-512' };

const digestOf = async (algorithm, bytes) => new Uint8Array(await globalThis.crypto.subtle.digest(algorithm, bytes));

/** What an RFC 3161 response or token is over, as {algorithm, digest}, or undefined. */
function imprintOfToken(bytes) {
  const inside = (item, tag) => (item?.tag === tag ? derItems(item.body) : undefined);
  const isOid = (item, oid) => item?.tag === 0x06 && hex(item.body) === oid;
  const whole = derItems(bytes);
  const outer = whole?.length === 1 ? inside(whole[0], 0x30) : undefined;
  const content = outer?.[0]?.tag === 0x30 ? inside(outer[1], 0x30) : outer; // a response has a status before its token
  if (!isOid(content?.[0], OID_SIGNED_DATA)) return undefined;
  const signed = inside(inside(content[1], 0xa0)?.[0], 0x30);
  const encapsulated = inside(signed?.[2], 0x30);
  if (!isOid(encapsulated?.[0], OID_TST_INFO)) return undefined;
  const octets = inside(encapsulated[1], 0xa0)?.[0];
  const info = octets?.tag === 0x04 ? inside(derItems(octets.body)?.[0], 0x30) : undefined;
  const imprint = inside(info?.[2], 0x30);
  const oid = inside(imprint?.[0], 0x30)?.[0];
  if (oid?.tag !== 0x06 || imprint[1]?.tag !== 0x04) return undefined;
  return { algorithm: IMPRINTS[hex(oid.body)], digest: imprint[1].body }; // without an algorithm: one that is not accepted
}

const OTS_MAGIC = '004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294' + '01' + '08'; // version 1, over a SHA-256

/** The SHA-256 that an OpenTimestamps proof begins with, as {algorithm, digest}, or undefined. Its operations are not carried out here. */
function digestOfProof(bytes) {
  const head = OTS_MAGIC.length / 2;
  if (bytes.length <= head + 32 || hex(bytes.subarray(0, head)) !== OTS_MAGIC) return undefined;
  return { algorithm: 'SHA-256', digest: bytes.subarray(head, head + 32) };
}

const TIMESTAMP_INDEX = 'timestamp/index';
const TIMESTAMP_BYTES = 2 ** 17;
const MOST_TIMESTAMPS = 1_000;

/** `timestamp/<entries>/<64 hex>.tsr|.ots` as {entries, hash, kind}, or undefined. */
export function readTimestampPath(path) {
  const match = /^timestamp\/(0|[1-9][0-9]{0,12})\/([0-9a-f]{64})\.(tsr|ots)$/.exec(path);
  return match ? { entries: Number(match[1]), hash: match[2], kind: match[3] } : undefined;
}

function byEntriesThenName(one, other) {
  const [a, b] = [readTimestampPath(one), readTimestampPath(other)];
  return a.entries - b.entries || (one < other ? -1 : one > other ? 1 : 0);
}

/** Whether these bytes are a list of timestamps in its one form. */
export function isTimestampIndex(bytes) {
  const text = bytes.length <= TIMESTAMP_BYTES ? textOf(bytes) : undefined;
  if (text === undefined || (text !== '' && !text.endsWith('\n'))) return false;
  const lines = text.split('\n').slice(0, -1);
  return lines.length <= MOST_TIMESTAMPS && lines.every(line => readTimestampPath(line)) &&
    lines.every((line, i) => i === 0 || byEntriesThenName(lines[i - 1], line) < 0);
}

// ------------------------------------------------------------------------------------------------------------------------
// 10  One question a line (docs/second-implementation.md)
// ------------------------------------------------------------------------------------------------------------------------

const BAD_QUESTION = 'QUESTION-101';

/** The bytes of a question: `hex`, `base64` or `text`. */
function bytesAsked(question, name = 'text') {
  const given = question[name];
  const fromHex = question[name === 'text' ? 'hex' : `${name}_hex`];
  const bytes = fromHex !== undefined ? bytesOfHex(fromHex) : typeof given === 'string' ? given : undefined;
  return bytes ?? refuse(BAD_QUESTION, `'${name}' as text, or in hexadecimal digits, was expected`);
}

function textsAsked(question, name) {
  const texts = question[name];
  return Array.isArray(texts) && texts.every(text => typeof text === 'string') ? texts : refuse(BAD_QUESTION, `'${name}', a list of texts, was expected`);
}

const QUESTIONS = {
  async sheet(question) {
    const text = question.parts === undefined ? bytesAsked(question) : must(await joinSheetParts(textsAsked(question, 'parts'))).text;
    const { sheet } = must(readSheet(text));
    if (question.key === undefined) return { figures: figuresOfSheet(sheet).length };
    const key = bytesOfHex(question.key) ?? refuse(BAD_QUESTION, 'a key in hexadecimal digits was expected');
    return must(await checkSheet(sheet, key, question.algorithm));
  },
  async vkey(question) {
    const { name, id, type } = must(await readVkey(`${question.text}`));
    return { name, id, type };
  },
  async note(question) {
    const keys = await Promise.all(textsAsked(question, 'keys').map(async text => must(await readVkey(text))));
    const { verified, unchecked, unknown } = must(await checkNote(bytesAsked(question), keys));
    return { verified: verified.map(({ key }) => `${key.name}+${key.id}`), unchecked: unchecked.map(key => `${key.name}+${key.id}`), unknown };
  },
  async policy(question) {
    const { logs, witnesses, groups } = must(await readPolicy(bytesAsked(question)));
    return { logs: logs.length, witnesses: witnesses.size, groups: groups.size };
  },
  async checkpoint(question) {
    return answerOfHead(must(await checkCheckpoint(bytesAsked(question), bytesAsked(question, 'policy'))));
  },
  async proof(question) {
    const entry = bytesAsked(question, 'entry');
    const checked = must(await checkProof(bytesAsked(question), typeof entry === 'string' ? utf8(entry) : entry, bytesAsked(question, 'policy')));
    return { ...answerOfHead(checked), index: checked.index };
  },
  async compact(question) {
    const [bytes, entry] = [bytesAsked(question), bytesAsked(question, 'entry')].map(given => (typeof given === 'string' ? utf8(given) : given));
    const checked = must(await checkCompact(bytes, entry, bytesAsked(question, 'policy')));
    return { ...answerOfHead(checked), index: checked.index };
  },
  async slip(question) {
    const bytes = bytesAsked(question);
    const { station, index, copies } = must(await checkSlip(typeof bytes === 'string' ? utf8(bytes) : bytes, `${question.printed}`));
    return { station, index, copies: copies.length };
  },
  async succession(question) {
    const bytes = bytesAsked(question);
    const { from, to, head } = must(await readSuccession(typeof bytes === 'string' ? utf8(bytes) : bytes));
    return { from: from.name, to: to.name, size: head.size };
  },
  async mirrors(question) {
    const bytes = bytesAsked(question);
    const { origin, made, mirrors } = must(readMirrors(typeof bytes === 'string' ? utf8(bytes) : bytes));
    return { origin, made, mirrors: mirrors.length };
  },
  async picture(question) {
    const [png, proof] = ['picture', 'proof'].map(name => bytesAsked(question, name)).map(given => (typeof given === 'string' ? utf8(given) : given));
    const { root, covered, tiles, fields } = must(await checkPublicCopy(png, proof, question.root));
    return { root, covered, tiles, fields };
  },
  async machine_log(question) {
    const given = bytesAsked(question);
    must(readMachineLog(given));
    const key = bytesOfHex(question.key) ?? refuse(BAD_QUESTION, 'a key in hexadecimal digits was expected');
    must(checkKey(key));
    const { facts, unchecked } = must(await machineLogFacts(given, key, question.algorithm));
    return unchecked ? { says: 'unchecked' } : { says: wordsOfFacts(facts) };
  },
  async entry(question) {
    const bytes = bytesAsked(question);
    const { kind } = must(readEntry(typeof bytes === 'string' ? utf8(bytes) : bytes));
    return { kind };
  },
};

/** What a log says as one line: numbers with single spaces between them, a hyphen for what it does not say. */
function wordsOfFacts({ lines, proven, opened, closing, counted, again, spoiled, withdrawn, started }) {
  const end = closing && [closing.time, closing.quarters, closing.pollBook, closing.counted, closing.copies, closing.printed, closing.complete ? 1 : 0];
  return [lines, proven, counted, again, spoiled, withdrawn, started, ...(opened ? [opened.time, opened.quarters] : ['-']), ...(end ?? ['-'])].join(' ');
}

const answerOfHead = ({ origin, size, root, cosigned, quorum, logSignature }) => ({
  origin, size, root: hex(root), cosigned: cosigned.map(one => one.name), quorum: logSignature === 'unchecked' ? 'unchecked' : quorum,
});

/** Answers one line of JSON with an object; a line that is no question is QUESTION-101. */
export const answerLine = answeringLater(async line => {
  let question;
  try {
    question = JSON.parse(line);
  } catch {
    refuse(BAD_QUESTION, 'an object in JSON was expected');
  }
  const answer = Object.hasOwn(QUESTIONS, question?.op ?? '') ? QUESTIONS[question.op] : refuse(BAD_QUESTION, 'the question is not known');
  return answer(question);
});

// ------------------------------------------------------------------------------------------------------------------------
// 11  The command line (Node only)
// ------------------------------------------------------------------------------------------------------------------------

const USAGE = `The second verifier of Cotejo. What it cannot check it calls unchecked.

  cotejo-verify.mjs sheet TEXT|FILE... [--key HEX] [--site DIR [--policy FILE]]
        figures and signature of a sheet: its text, a file with it, or the parts of a chained one
  cotejo-verify.mjs note FILE --key VKEY...
  cotejo-verify.mjs checkpoint FILE --policy FILE
  cotejo-verify.mjs proof FILE --entry FILE --policy FILE
  cotejo-verify.mjs site DIR [--policy FILE] [--json]
  cotejo-verify.mjs --batch      questions and answers, one JSON object a line (docs/second-implementation.md)

Example: node cotejo-verify.mjs site /media/stick/SITE --policy pinned.policy
Exit codes: 0 proven, 1 refuted, 2 bad input or usage, 3 could not check, 4 the machine failed.`;

const EXIT = { proven: 0, refuted: 1, badInput: 2, unchecked: 3, machine: 4 };

// What a signature, a proof or a quorum fails by; every other code says that the input is malformed.
const REFUTING = new Set(['SHEET-701', 'KEY-101', 'NOTE-106', 'NOTE-107', 'POLICY-110', 'POLICY-111', 'POLICY-112', 'PROOF-101', 'PROOF-102',
  'PROOF-103', 'PROOF-104']);

const toJson = (value, space) => JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? Number(item) : item instanceof Uint8Array ? hex(item) : item), space);

class Usage extends Error {}

/** Options stand anywhere; each takes one value, --key of `note` more than once. */
function readArguments(given) {
  const words = [];
  const options = { key: [] };
  for (let i = 0; i < given.length; i++) {
    const name = given[i].startsWith('--') ? given[i].slice(2) : undefined;
    if (name === undefined) words.push(given[i]);
    else if (['json', 'batch', 'help'].includes(name)) options[name] = true;
    else if (['key', 'site', 'policy', 'entry'].includes(name)) {
      if (i + 1 === given.length) throw new Usage(`--${name} takes a value`);
      const value = given[++i];
      if (name === 'key') options.key.push(value);
      else options[name] = value;
    } else throw new Usage(`there is no option --${name}`);
  }
  return { words, options };
}

/** The files of a folder as verifySite wants them. Links are not followed: what they are is not what a copy of the folder holds. */
export async function filesOfFolder(folder) {
  const { readdir, lstat, readFile } = await import('node:fs/promises');
  const { join } = await import('node:path');
  const found = [];
  const walk = async (inner, depth) => {
    if (depth > 40) refuse('LIMIT', 'folders more than 40 deep');
    for (const item of await readdir(join(folder, inner), { withFileTypes: true })) {
      const path = inner === '' ? item.name : `${inner}/${item.name}`;
      if (item.isDirectory()) await walk(path, depth + 1);
      else found.push({ path: item.isFile() ? path : `${path} (no plain file)`, size: (await lstat(join(folder, path))).size });
    }
  };
  await walk('', 0);
  return { list: async () => found, read: async path => new Uint8Array(await readFile(join(folder, path))) };
}

async function fileNamed(name, what) {
  const { readFile } = await import('node:fs/promises');
  try {
    return new Uint8Array(await readFile(name ?? refuse('USAGE', `${what} is needed`)));
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') throw new Usage(`${what}: there is no file ${name}`);
    throw error;
  }
}

const COMMANDS = {
  async sheet({ words, options, say }) {
    const { existsSync } = await import('node:fs');
    const texts = [];
    for (const word of words) {
      if (!existsSync(word)) texts.push(word);
      else for (const line of (textOf(await fileNamed(word, 'a sheet')) ?? '\ufffd').split(/\r?\n/)) if (line !== '') texts.push(line);
    }
    if (texts.length === 0) throw new Usage('the text of a sheet, or a file with it, is needed');
    const text = texts[0].startsWith('COTEJO1*') ? must(await joinSheetParts(texts)).text : texts.length === 1 ? texts[0] : refuse('SHEET-106', 'one sheet was expected');
    const { sheet } = must(readSheet(text));
    for (const line of linesOfSheet(sheet)) say(line);
    if (options.site) return checkSheetInSite(sheet, options, say);
    if (options.key.length === 0) {
      say('signature   UNCHECKED: no key was given (--key, --site)');
      return EXIT.unchecked;
    }
    const key = bytesOfHex(options.key[0]) ?? refuse('USAGE', 'a key of 64 hexadecimal digits is needed');
    return saySignature(await checkSheet(sheet, key), say);
  },

  async note({ words, options, say }) {
    const keys = [];
    for (const vkey of options.key) keys.push(must(await readVkey(vkey)));
    const checked = must(await checkNote(await fileNamed(words[0], 'a note'), keys));
    for (const { key, time } of checked.verified) say(`signed by ${key.name}+${key.id}${time === undefined ? '' : ` at ${inWords(time)}`}`);
    for (const key of checked.unchecked) say(`UNCHECKED: ${key.name}+${key.id}, a kind of key that this platform does not know`);
    say(`${checked.unknown} signatures by keys that were not given`);
    return checked.verified.length > 0 ? EXIT.proven : EXIT.unchecked;
  },

  async checkpoint({ words, options, say }) {
    return sayHead(must(await checkCheckpoint(await fileNamed(words[0], 'a checkpoint'), await fileNamed(options.policy, 'a policy'))), say);
  },

  async proof({ words, options, say }) {
    const proof = await fileNamed(words[0], 'a proof');
    const checked = must(await checkProof(proof, await fileNamed(options.entry, 'an entry'), await fileNamed(options.policy, 'a policy')));
    say(`this is entry ${checked.index} of the log`);
    return sayHead(checked, say);
  },

  async site({ words, options, say }) {
    const result = must(await verifyFolder(words[0], options));
    if (options.json) {
      const { verdict, policy, entries, sheets, signatures_checked, levels, problems, findings } = result;
      say(toJson({ verdict, policy, entries, sheets, signatures_checked, levels, problems, findings }, 2));
    } else for (const line of linesOfResult(result)) say(line);
    return EXIT[result.verdict];
  },
};

async function verifyFolder(folder, options) {
  const { statSync } = await import('node:fs');
  if (!folder || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Usage('the folder of a publication is needed');
  return verifySite(await filesOfFolder(folder), options.policy ? await fileNamed(options.policy, 'a policy') : null);
}

const inWords = seconds => (seconds > 8_640_000_000_000n ? `${seconds} seconds` : `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}Z`);

function linesOfSheet(sheet) {
  const kinds = sheet.algorithm === 'ED25519-DEMO' ? ' (a rehearsal: it counts in no real election)' : '';
  return [
    `election    ${sheet.election}${kinds}`, `definition  ${sheet.definition.match(/.{4}/g).join(' ')}`, `station     ${sheet.station}, machine ${sheet.machine}`,
    `contest     ${sheet.contest}, sheet ${sheet.sheetNumber} of ${sheet.ofSheets}, ${sheet.paper === 'OPENING' ? 'report before the vote' : 'final'}`,
    `hours       ${sheet.opened} to ${sheet.closed}, offset ${sheet.offset}`,
    ...sheet.votes.map((votes, i) => `position ${String(i + 1).padStart(4)}  ${votes}`),
    ...Object.entries({ ...sheet.others, ...sheet.counts }).map(([name, value]) => `${name.padEnd(13)}  ${value}`),
  ];
}

function saySignature(answer, say) {
  if (answer.ok && answer.signature === 'unchecked') say('signature   UNCHECKED: this platform has no Ed25519');
  else if (answer.ok) say('signature   valid: the key given has signed these figures');
  else say(`signature   REFUTED: ${answer.code}: ${answer.message}`);
  return !answer.ok ? EXIT.refuted : answer.signature === 'unchecked' ? EXIT.unchecked : EXIT.proven;
}

/** Takes the key from entry 16 of a publication, which is believed as far as the publication is proven. */
async function checkSheetInSite(sheet, options, say) {
  const result = must(await verifyFolder(options.site, options));
  const enrolled = result.sequence.keys.get(`${sheet.station}/${sheet.machine}`);
  if (result.levels.bytes === 'refuted' || result.levels.signatures === 'refuted') {
    say('signature   UNCHECKED: the publication is refuted, so its keys are worth nothing');
    return EXIT.refuted;
  }
  if (!enrolled) {
    say('signature   UNCHECKED: SHEET-705: the publication states no key of this machine');
    return EXIT.unchecked;
  }
  const exit = saySignature(await checkSheet(sheet, enrolled.key, enrolled.algorithm), say);
  if (exit !== EXIT.proven || result.levels.signatures === 'proven') return exit;
  say('key         of a publication that is intact in itself; it is not proven against a pinned policy');
  return EXIT.unchecked;
}

function sayHead(head, say) {
  say(`${head.origin}, ${head.size} entries, root ${base64(head.root)}`);
  say(`log         ${head.logSignature === 'valid' ? 'signed' : 'UNCHECKED: this platform has no Ed25519'}`);
  for (const { name, time } of head.cosigned) say(`cosigned    by ${name}${time === undefined ? '' : ` at ${inWords(time)}`}`);
  for (const name of [...head.beside, ...head.unchecked]) say(`UNCHECKED   ${name}: this platform does not know its kind of signature`);
  say(`quorum      ${head.quorum === 'valid' ? 'reached' : 'UNCHECKED: it depends on signatures that could not be checked'}`);
  return head.logSignature === 'valid' && head.quorum === 'valid' ? EXIT.proven : EXIT.unchecked;
}

function linesOfResult(result) {
  const lines = [`${result.verdict.toUpperCase()}${result.policy === null && result.verdict !== 'refuted' ? ': intact in itself; no policy is pinned' : ''}`,
    `${result.entries} entries, ${result.sheets} signed sheets, ${result.signatures_checked} of their signatures checked`];
  for (const [level, steps] of Object.entries(result.steps)) {
    lines.push(`${level.padEnd(11)} ${result.levels[level]}`);
    for (const { what, state, words } of steps) lines.push(`  ${state.padEnd(9)} ${what}${words ? ` (${words})` : ''}`);
  }
  for (const { code, where, message } of result.problems) lines.push(`${code} ${where}: ${message}`);
  if (result.findings.length > 0) lines.push('About sheets, not about the publication:');
  for (const { code, where, message } of result.findings) lines.push(`${code} ${where}: ${message}`);
  return lines;
}

async function answerQuestions() {
  const { createInterface } = await import('node:readline');
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line !== '' && !process.stdout.write(`${toJson(await answerLine(line))}\n`)) await new Promise(go => process.stdout.once('drain', go));
  }
  return EXIT.proven;
}

async function main(given) {
  const say = line => process.stdout.write(`${line}\n`);
  try {
    const { words: [command, ...words], options } = readArguments(given);
    if (options.batch) return await answerQuestions();
    if (options.help) return say(USAGE), EXIT.proven;
    if (!Object.hasOwn(COMMANDS, command ?? '')) throw new Usage(command ? `there is no command ${command}` : 'a command is needed');
    return await COMMANDS[command]({ words, options, say });
  } catch (error) {
    if (error instanceof Refusal) {
      process.stderr.write(`${error.code}: ${error.message}\n`);
      return REFUTING.has(error.code) ? EXIT.refuted : error.code === 'LIMIT' ? EXIT.unchecked : EXIT.badInput;
    }
    if (error instanceof Usage) process.stderr.write(`${error.message}\n\n${USAGE}\n`);
    else process.stderr.write(`${error.stack}\n`);
    return error instanceof Usage ? EXIT.badInput : EXIT.machine;
  }
}

if (globalThis.process?.versions?.node && process.argv[1] && import.meta.url.startsWith('file:')) {
  const { pathToFileURL } = await import('node:url');
  const { realpathSync } = await import('node:fs');
  if (import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) process.exitCode = await main(process.argv.slice(2));
}
