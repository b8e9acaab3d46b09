import assert from 'node:assert/strict';
import { test } from 'node:test';
import { machineLogFacts, readEntry, readMachineLog, verifySite } from '../cotejo-verify.mjs';
import * as made from './samples.mjs';

const MINUTE = 1_722_160_920; // 2024-07-28T06:02-04:00
const DAY = ['initialised', `started software=${'0a'.repeat(32)}`, 'loaded', 'opening-begun copies=1', 'copy-begun copy=1 printing=1', 'copy-printed copy=1', 'opened',
  'released', 'confirmed', 'receipt-failed reason=jam', 'receipt-again', 'receipt-printed', 'counted', 'released', 'confirmed', 'receipt-printed', 'spoiled',
  'confirmed', 'receipt-printed', 'counted-unanswered', 'closing-begun poll-book=3 counted=2 copies=2', 'copy-begun copy=1 printing=1', 'copy-failed copy=1 reason=no_paper',
  'copy-begun copy=1 printing=2', 'copy-printed copy=1', 'copy-begun copy=2 printing=1', 'copy-printed copy=2', 'closed', 'transmitted', 'box-counted same=no'];
const LOG = made.machineLog(made.MACHINE_KEY, DAY);
const STATED = { lines: DAY.length, proven: DAY.length, opened: MINUTE, closing: [MINUTE, 3, 2, 2, 2, 1], counts: [2, 1, 1, 0, 1] };
const factsOf = async (log, key = made.MACHINE_KEY, algorithm = 'ED25519-DEMO') => (await machineLogFacts(log, key.publicKey, algorithm)).facts;

test('a log says what its lines say', async () => {
  const facts = await factsOf(LOG);
  assert.deepEqual(facts, { lines: 30, proven: 30, opened: { time: BigInt(MINUTE), quarters: -16 },
    closing: { time: BigInt(MINUTE), quarters: -16, pollBook: 3, counted: 2, copies: 2, printed: 2, complete: true }, counted: 2, again: 1, spoiled: 1, withdrawn: 0, started: 1 });
});

test('another key, another algorithm and another machine prove no line', async () => {
  assert.equal((await factsOf(LOG, made.LOG_KEY)).proven, 0);
  assert.equal((await factsOf(LOG, made.MACHINE_KEY, 'ED25519')).proven, 0);
  assert.equal((await factsOf(Buffer.from(`${LOG}`.replace('machine M-0417', 'machine M-0418')))).proven, 0);
});

test('what is changed, taken out, doubled or moved ends what is proven', async () => {
  const lines = `${LOG}`.split('\n');
  const joined = all => Buffer.from(all.join('\n'));
  for (let i = 4; i < lines.length - 1; i++) {
    const without = lines.toSpliced(i, 1);
    if (i < lines.length - 2) assert.equal((await factsOf(joined(without))).proven, i - 4, `without ${i}`);
    assert.equal((await factsOf(joined(lines.toSpliced(i, 0, lines[i])))).proven, i - 3, `doubled ${i}`);
    assert.equal((await factsOf(joined(lines.with(i, lines[i].replace('2024-07-28', '2024-07-29'))))).proven, i - 4, `changed ${i}`);
  }
});

const line = `${LOG}`.split('\n')[4];
const WRONG = {
  'another beginning': `${LOG}`.replace('log 1', 'log 2'), 'no election': `${LOG}`.replace(/election .*\n/, ''), 'an id with a slash': `${LOG}`.replace('M-0417', 'M/0417'),
  'no lines': `${LOG}`.split('\n').slice(0, 4).join('\n'), 'no line feed at its end': `${LOG}`.slice(0, -1), 'an empty line': `${LOG}\n`, 'free text': `${LOG}names of people\n`,
  'a word that is none': `${LOG}`.replace('initialised', 'initialized'), 'a month that is none': `${LOG}`.replace('2024-07', '2024-13'), 'a day that is none': `${LOG}`.replace('2024-07-28', '2023-02-29'),
  'an hour of a line that has a minute': `${LOG}`.replace('T06:02', 'T06'), 'an offset that is none': `${LOG}`.replace('-04:00', '-04:10'), 'an offset of nothing': `${LOG}`.replace('-04:00', '+00:00'),
  'capital digits': LOG.toString().replace(line, line.toUpperCase()), 'no software': `${LOG}`.replace(/software=0a/, 'software='), 'a number with a zero before it': `${LOG}`.replace('copies=1', 'copies=01'),
  'no UTF-8': Buffer.concat([LOG, Buffer.of(0xff, 10)]), 'names in another order': `${LOG}`.replace('copy=1 printing=1', 'printing=1 copy=1'),
};
for (const [what, log] of Object.entries(WRONG)) test(`SHEET-108 for ${what}`, () => assert.equal(readMachineLog(log).code, 'SHEET-108'));

const entryOf = changes => made.machineLogGiven(LOG, { ...STATED, ...changes });
test('an entry of a log is read', () => assert.equal(readEntry(entryOf({})).ok, true, readEntry(entryOf({})).message));
for (const [what, changes] of Object.entries({ 'no lines': { lines: 0, proven: 0 }, 'more proven than there are': { proven: 31 }, 'a parting behind its end': { parting: 31 },
  'a second': { opened: MINUTE + 1 }, 'more counted than lines': { counts: [31, 0, 0, 0, 0] }, 'more copies than lines': { closing: [MINUTE, 3, 2, 2, 31, 1] },
  'no flag': { closing: [MINUTE, 3, 2, 2, 2, 2] }, 'a poll book without end': { closing: [MINUTE, 1_000_000_000, 2, 2, 2, 1] } })) {
  test(`ENTRY-103 for ${what}`, () => assert.equal(readEntry(entryOf(changes)).code, 'ENTRY-103'));
}

async function site(logs, entries) {
  const { files, policy } = made.publication({ entries: made.entriesOfElection(entries) });
  for (const log of logs) files.set(made.blobPath(log), log);
  return verifySite(made.filesOfMap(files), policy);
}
const codes = result => [result.problems.map(problem => problem.code).filter(code => code !== 'PUB-218'), result.findings.map(finding => finding.code)];

test('a publication with a log is as good as its files', async () => {
  assert.deepEqual(codes(await site([LOG], [entryOf({})])), [[], []]);
  assert.deepEqual(codes(await site([], [entryOf({})])), [['PUB-203'], []]);
  assert.deepEqual(codes(await site([LOG], [])), [['PUB-204'], []], 'nobody names it');
});

test('an entry that says something else than its log is refuted', async () => {
  for (const changes of [{ lines: 31 }, { proven: 29 }, { parting: 1 }, { opened: null }, { opened: MINUTE + 60 }, { closing: null }, { closing: [MINUTE, 4, 2, 2, 2, 1] },
    { closing: [MINUTE, 3, 2, 2, 2, 0] }, { counts: [3, 1, 1, 0, 1] }, { counts: [2, 1, 1, 0, 2] }]) {
    const result = await site([LOG], [entryOf(changes)]);
    assert.deepEqual(codes(result)[0], ['PUB-226'], JSON.stringify(changes));
    assert.equal(result.levels.signatures, 'refuted');
  }
  const other = made.machineLog(made.MACHINE_KEY, DAY, { code: made.STATIONS[1] });
  assert.deepEqual(codes(await site([other], [made.machineLogGiven(other, STATED)]))[0], ['PUB-226'], 'of another station');
  const none = Buffer.from('nothing\n');
  assert.deepEqual(codes(await site([none], [made.machineLogGiven(none, STATED)]))[0], ['PUB-226']);
});

test('a false log, two logs of one machine and one that denies itself are findings, and refute nothing', async () => {
  const forged = made.machineLog(made.LOG_KEY, DAY);
  assert.deepEqual(codes(await site([forged], [made.machineLogGiven(forged, { lines: 30, proven: 0 })])), [[], ['CUST-605']]);
  const shorter = made.machineLog(made.MACHINE_KEY, DAY.slice(0, 9));
  const ofShorter = { lines: 9, proven: 9, opened: MINUTE, counts: [0, 0, 0, 0, 1] };
  assert.deepEqual(codes(await site([LOG, shorter], [entryOf({}), made.machineLogGiven(shorter, ofShorter)])), [[], []], 'a shorter one of the same');
  const fork = made.machineLog(made.MACHINE_KEY, [...DAY.slice(0, 8), 'release-cancelled']);
  assert.deepEqual(codes(await site([LOG, fork], [entryOf({}), made.machineLogGiven(fork, { ...ofShorter, parting: 9 })])), [[], ['CUST-607']]);
  assert.deepEqual(codes(await site([LOG, fork], [entryOf({}), made.machineLogGiven(fork, ofShorter)])), [['PUB-226'], ['CUST-607']], 'and who hides it is refuted');
  const denies = made.machineLog(made.MACHINE_KEY, DAY.filter(what => what !== 'counted-unanswered'));
  assert.deepEqual(codes(await site([denies], [made.machineLogGiven(denies, { ...STATED, lines: 29, proven: 29, counts: [1, 1, 1, 0, 1] })])), [[], ['CUST-608']]);
});
