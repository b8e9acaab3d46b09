import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Sequence, bytesOfHex, readEntry } from '../cotejo-verify.mjs';
import * as made from './samples.mjs';
import { documentText } from './shared.mjs';

const codeOf = answer => (answer.ok ? 'ok' : answer.code);
const fromDocument = [...documentText('entries.md').matchAll(/```entry\n([^`]*)```/g)].map(match => bytesOfHex(match[1].replaceAll(/\s/g, '')));
const refusedInDocument = /```refused\n([^`]*)```/.exec(documentText('entries.md'))[1].trim().split('\n').map(line => line.split(' '));

test('every example of entries.md is read, and they may follow each other', () => {
  assert.ok(fromDocument.length >= 24);
  const sequence = new Sequence();
  for (const bytes of fromDocument) {
    const read = readEntry(bytes);
    assert.ok(read.ok, read.message);
    assert.equal(sequence.follow(read), undefined, read.record);
  }
});

for (const [code, digits] of refusedInDocument) test(`${code} for ${digits}`, () => assert.equal(codeOf(readEntry(bytesOfHex(digits))), code));

test('figures of the example of entries.md: 300, 0, blank, illegible', () => {
  const given = fromDocument.map(bytes => readEntry(bytes)).find(read => read.record === 'FiguresGiven');
  assert.deepEqual(given.value.cells, [300, 0, 'blank', 'illegible']);
});

const election = made.entriesOfElection([made.committed('audit-1', made.sha256('x')), made.retracted(made.STATIONS[0], 'comando', 1),
  made.publicationTaken(made.sha256('y'), 'comando', 1)]);
const whole = [...election, made.publicationMade(election.length, made.sha256('z'))];
const kinds = [...fromDocument, ...whole];

test('there is a sample of each of the 26 kinds', () => {
  assert.deepEqual([...new Set(kinds.map(bytes => readEntry(bytes).kind))].sort((a, b) => a - b), Array.from({ length: 26 }, (_, i) => i + 1));
});

test('a definition with a write-in is read, with and without options', () => {
  for (const options of [0, 2]) {
    const read = readEntry(made.definitionWithWriteIn('NM', options));
    assert.equal(codeOf(read), 'ok', read.message);
    assert.equal(read.value.contests[0].writeIn, 'NM');
    assert.equal(new Sequence().follow(read), undefined);
  }
});

test('the sample election follows', () => {
  const sequence = new Sequence();
  for (const bytes of whole) assert.equal(sequence.follow(readEntry(bytes)), undefined);
});

test('an entry that ends early or late is refused, at every byte', () => {
  for (const bytes of kinds) {
    for (let length = 0; length < bytes.length; length++) assert.equal(codeOf(readEntry(bytes.subarray(0, length))), 'ENTRY-103', `${bytes[1]} cut to ${length}`);
    assert.equal(codeOf(readEntry(Uint8Array.of(...bytes, 0))), 'ENTRY-103');
  }
});

test('an entry has at most 65,535 bytes', () => assert.equal(codeOf(readEntry(new Uint8Array(65_536).fill(1))), 'ENTRY-104'));

test('a length that promises more than there is costs nothing', () => {
  const huge = Uint8Array.of(1, 5, 1, 0x61, 1, 0, 0, 0, 0, ...new Uint8Array(32), 1, 0x61, 0xc0, 0x0c); // 1,600 figures promised
  assert.equal(codeOf(readEntry(huge)), 'ENTRY-103');
  assert.equal(codeOf(readEntry(Uint8Array.of(1, 2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f))), 'ENTRY-103');
});

const REFUSED = {
  'a place around itself': made.place(2, 2, 'x'), 'place 0': made.place(0, 0, 'x'), 'a place above 20,000,000': made.place(20_000_001, 0, 'x'),
  'a name with blanks at its end': made.place(1, 0, 'x '), 'a name with two blanks': made.place(1, 0, 'x  y'), 'an empty name': made.place(1, 0, ''),
  'a name of 201 characters': made.place(1, 0, 'x'.repeat(201)), 'a direction mark': made.place(1, 0, 'a\u202eb'), 'a soft hyphen': made.place(1, 0, 'a\u00adb'),
  'a line separator': made.place(1, 0, 'a\u2028b'), 'a byte order mark': made.place(1, 0, '\ufeffa'), 'a decomposed letter': made.place(1, 0, 'n\u0303'),
  'an id with a slash': made.retracted('a/b', 'comando', 1), 'an id with a backslash': made.retracted('a\\b', 'comando', 1),
  'an id with a no-break space': made.retracted('a\u00a0b', 'comando', 1), 'an id of 61 characters': made.retracted('x'.repeat(61), 'comando', 1),
  'an id of 31 pairs': made.retracted('\u{1d400}'.repeat(31), 'comando', 1), 'an empty station': made.retracted('', 'comando', 1),
  'delivery 0': made.retracted('a', 'comando', 0), 'delivery above 100,000,000': made.retracted('a', 'comando', 100_000_001),
  'more registered than 999,999,999': made.station('cne', 1, 'a', 0, 1_000_000_000), 'a cell above 999,999,999': made.figures('cne', 1, 'a', [1_000_000_000]),
  'a key of small order': made.stationKey('a', 'm', Buffer.alloc(32)), 'a key off the curve': made.stationKey('a', 'm', Buffer.alloc(32, 2)),
  'an unknown algorithm': made.stationKey('a', 'm', made.MACHINE_KEY.publicKey, 2), 'an origin that begins with a slash': made.logOpened('/x', made.LOG_KEY.publicKey),
  'an origin with a plus sign': made.logOpened('a+b', made.LOG_KEY.publicKey), 'an origin with a space': made.logOpened('a b', made.LOG_KEY.publicKey),
  'a log key of small order': made.logOpened('a', Buffer.alloc(32)), 'figure 0': made.copies('comando', 1, [made.position(0)]),
  'figure 1,001': made.copies('comando', 1, [made.position(1001)]), 'a figure twice': made.copies('comando', 1, [made.count(1), made.count(1)]),
  'an option of nobody': made.entry(1, 'e', 't', 0, made.list([]), made.list([Buffer.concat([made.text('c'), made.text('t'), made.list([]), made.list([Buffer.concat([made.text('p'), made.text('x')])])])]),
    made.list([]), made.list([]), made.number(0), made.number(0), ''),
  'a write-in that is no candidate': made.definitionWithWriteIn('XX'), 'a definition with write-ins of nobody': made.definitionWithWriteIn(''),
  'a write-in with two positions': made.definitionWithWriteIn('EG', 3), 'a write-in in a definition of kind 1': Uint8Array.of(1, 1, ...made.definitionWithWriteIn('NM').subarray(2)),
  'a sheet of 6 figures said to be 7': made.sheetGiven('comando', 1, 'a', 6, made.sheetText(made.MACHINE_KEY)),
  'a sheet inside that is refused': made.sheetGiven('comando', 1, 'a', 7, made.sheetText(made.MACHINE_KEY, { paper: 'final' })),
  'a publication made at an unknown time': made.entry(21, made.number(1), made.number(0), made.sha256('')),
  'a publication taken of no entries': made.entry(22, 'o', made.number(0), made.sha256(''), made.sha256(''), made.list([Buffer.concat([made.text('a'), made.number(1), made.text('b'), made.number(1)])])),
  'a source here taken twice': made.entry(22, 'o', made.number(1), made.sha256(''), made.sha256(''),
    made.list(['b', 'c'].map(there => Buffer.concat([made.text('a'), made.number(1), made.text(there), made.number(1)])))),
  'nobody behind a publication taken': made.entry(22, 'o', made.number(1), made.sha256(''), made.sha256(''), made.list([])),
};
for (const [what, bytes] of Object.entries(REFUSED)) test(`ENTRY-103 for ${what}`, () => assert.equal(codeOf(readEntry(bytes)), 'ENTRY-103'));

test('limits are reached', () => {
  for (const bytes of [made.place(20_000_000, 0, 'x'.repeat(200)), made.station('cne', 100_000_000, 'x'.repeat(60), 20_000_000, 999_999_999),
    made.figures('cne', 1, '\u{1d400}'.repeat(30), [999_999_999]), made.copies('comando', 1, Array.from({ length: 1000 }, (_, i) => made.position(i + 1)))]) {
    assert.equal(codeOf(readEntry(bytes)), 'ok');
  }
});

const CANNOT_FOLLOW = {
  'an entry before the definition': [made.place(1, 0, 'x')],
  'a place out of turn': [made.definition(), made.place(2, 1, 'x')],
  'two places of one name in one place': [made.definition(), made.place(1, 0, 'x'), made.place(2, 0, 'x')],
  'places 13 deep': [made.definition(), ...Array.from({ length: 13 }, (_, i) => made.place(i + 1, i, 'x'))],
  'a station of a source that is not open': [made.definition(), made.station('cne', 1, 'a', 0, 1)],
  'a station in a place that is not listed': [made.definition(), made.register('cne', 1), made.station('cne', 1, 'a', 1, 1)],
  'a station of a party after the register': [made.definition(), made.copies('comando', 1, []), made.register('cne', 1), made.station('comando', 1, 'a', 0, 1)],
  'a source opened twice': [made.definition(), made.register('cne', 1), made.register('cne', 1)],
  'a custodian that the definition does not know': [made.definition(), made.register('nobody', 1)],
  'figures of a source that is not open': [made.definition(), made.figures('cne', 1, 'a', [1])],
  'figures of a register': [made.definition(), made.register('cne', 1), made.figures('cne', 1, 'a', [])],
  'another number of cells': [made.definition(), made.copies('comando', 1, [made.count(1)]), made.figures('comando', 1, 'a', [1, 2])],
  'key 1,001 of a station': [made.definition(), ...Array.from({ length: 1001 }, (_, i) => made.stationKey('a', `m${i}`, made.MACHINE_KEY.publicKey))],
  'a sheet with other figures than its source': [made.definition(), made.copies('comando', 1, [made.position(2), made.position(1), ...[1, 2, 3, 4, 5].map(made.count)]),
    made.sheetGiven('comando', 1, 'a', 7, made.sheetText(made.MACHINE_KEY))],
  'a sheet with fewer figures than its source': [made.definition(), made.copies('comando', 1, [1, 2, 3].map(made.position)), made.sheetGiven('comando', 1, 'a', 7, made.sheetText(made.MACHINE_KEY))],
  'a retraction of a source that is not open': [made.definition(), made.retracted('a', 'comando', 1)],
  'a publication that counts wrong': [made.definition(), made.publicationMade(2, made.sha256(''))],
  'a publication taken for a source that is not open': [made.definition(), made.publicationTaken(made.sha256(''), 'cne', 1)],
};
for (const [what, entries] of Object.entries(CANNOT_FOLLOW)) {
  test(`cannot follow: ${what}`, () => {
    const sequence = new Sequence();
    const faults = entries.map(bytes => sequence.follow(readEntry(bytes)));
    assert.equal(typeof faults.pop(), 'string');
    assert.ok(faults.every(fault => fault === undefined), `${faults}`);
  });
}

test('a sheet follows a source that names candidates, where the contest has no options', () => {
  const sequence = new Sequence();
  const tail = [1, 2, 3, 4, 5].map(made.count);
  for (const bytes of [made.definition('sim-toy', 0), made.copies('comando', 1, [made.candidate('EG'), made.candidate('NM'), ...tail]),
    made.sheetGiven('comando', 1, 'a', 7, made.sheetText(made.MACHINE_KEY))]) assert.equal(sequence.follow(readEntry(bytes)), undefined);
  const swapped = readEntry(made.copies('comando', 2, [made.candidate('NM'), made.candidate('EG'), ...tail]));
  assert.equal(sequence.follow(swapped), undefined);
  assert.equal(typeof sequence.follow(readEntry(made.sheetGiven('comando', 2, 'a', 7, made.sheetText(made.MACHINE_KEY)))), 'string');
});

test('a picture is stated by its root, and completed later; whoever contradicts the first statement cannot follow', () => {
  const [root, other] = [made.sha256('a root'), made.sha256('another')];
  const copy = [made.sha256('a picture'), made.sha256('its proof')];
  const first = made.pictureCommitted('comando', '', root);
  const whole = made.pictureCommitted('comando', made.STATIONS[0], root, copy);
  const follows = (...entries) => {
    const sequence = new Sequence();
    const faults = [made.definition(), ...entries].map(bytes => sequence.follow(readEntry(bytes)));
    return faults.find(fault => fault !== undefined);
  };
  assert.equal(follows(first, whole, first, made.pictureCommitted('cne', '', other)), undefined);
  assert.match(follows(first, made.pictureCommitted('cne', '', root)), /stated before by comando/);
  assert.match(follows(whole, made.pictureCommitted('comando', made.STATIONS[1], root)), /for station/);
  assert.match(follows(whole, made.pictureCommitted('comando', '', root, [copy[1], copy[0]])), /another public copy/);
  assert.match(follows(made.pictureCommitted('nobody', '', root)), /no custodian nobody/);
});
