// The presiding officer's page: releases one ballot at a time, sees what is going on and how often each thing happened. It has no way
// to see a choice: the machine never sends one here.

import { button, el, fill, icon } from './dom.js';
import { ask, NotDone, wait } from './link.js';
import { say, speak } from './words.js';

const RETRY_MS = 1_500;
const NOT_KNOWN = 401;
const MOST = 9_999;
const parts = Object.fromEntries(['head', 'test', 'now', 'figures', 'notes'].map(id => [id, document.getElementById(id)]));
const FIGURES = ['released', 'cancelled', 'confirmed', 'spoiled', 'withdrawn', 'void_strips', 'unanswered', 'restarts'];
const PICTURES = { idle: 'person', released: 'lock', printing: 'paper', checking: 'paper', trouble: 'warn', away: 'warn', closed: 'check', stopped: 'warn' };

let hello = null;
let state = null;
let language = '';
let shown = '';
let isBusy = false;

/** What is wanted for the next voter alone. */
const wanted = { language: '', text: '0', contrast: 'plain', sound: 'off', switches: 'off' };

async function act(what, given = {}) {
  if (isBusy) return;
  isBusy = true;
  draw();
  try {
    state = await ask(what, given);
  } catch (problem) {
    if (!(problem instanceof NotDone)) throw problem;
    lost(problem.code);
  } finally {
    isBusy = false;
    draw();
  }
}

/** Which situation the machine is in, as one word: it chooses the sentence, the picture and the buttons. */
function situation() {
  if (state.stopped) return 'stopped';
  if (state.printing) return 'printing';
  if (state.state !== 'open') return state.state;
  if (state.booth === 'checking' && state.strip !== 'printed') return state.strip === 'unknown' ? 'unknown' : 'trouble';
  if (state.away) return state.booth === 'checking' ? 'away_checking' : 'away';
  return state.booth;
}

function question(title, lines, yes, then, fields = []) {
  const dialog = el('dialog', { 'aria-labelledby': 'asked' }, el('h2', { id: 'asked', tabIndex: -1 }, title), lines.map(line => el('p', {}, line)), fields,
    el('div', { class: 'buttons' },
      button({ onclick: () => dialog.close() }, icon('back'), say('no')),
      button({ class: 'main', onclick: () => { if (then() !== false) dialog.close(); } }, yes)));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector(fields.length ? 'input' : 'h2').focus();
}

function number(id, label, value, min) {
  return el('label', { class: 'field' }, label, el('input', { type: 'number', id, min, max: MOST, step: 1, value, autocomplete: 'off', inputMode: 'numeric', required: true }));
}

/** The number in a field; null, with the field in focus, where there is none. */
function given(id) {
  const input = document.getElementById(id);
  if (input.reportValidity() && input.value !== '') return Number(input.value);
  input.focus();
  return null;
}

function openStation() {
  question(say('open.title'), [say('open.how')], say('open.yes'), () => {
    const copies = given('copies');
    if (copies === null) return false;
    act('open', { copies });
    return true;
  }, [number('copies', say('copies'), String(hello.copies), 1)]);
}

function closeStation() {
  const note = el('p', { class: 'even', role: 'status' });
  const compare = () => {
    const typed = document.getElementById('pollbook').value;
    const difference = Number(typed) - state.figures.counted;
    note.className = typed === '' ? '' : difference === 0 ? 'even' : 'uneven';
    fill(note, typed === '' ? '' : [icon(difference === 0 ? 'check' : 'warn'), say(difference === 0 ? 'close.even' : 'close.uneven', state.figures.counted, Math.abs(difference))]);
  };
  question(say('close.title'), [say('close.how')], say('close.yes'), () => {
    const pollBook = given('pollbook');
    const copies = pollBook === null ? null : given('copies');
    if (copies === null) return false;
    act('close', { pollBook, copies });
    return true;
  }, [el('div', { class: 'fields' }, number('pollbook', say('pollbook'), '', 0), number('copies', say('copies'), String(hello.copies), 1)), note]);
  document.getElementById('pollbook').addEventListener('input', compare);
}

const main = (words, onclick) => button({ class: 'main', disabled: isBusy, onclick }, words);
const other = (words, onclick) => button({ disabled: isBusy, onclick }, words);
const asked = (key, what) => other(say(`${key}.button`), () => question(say(`${key}.title`), [say(`${key}.how`)], say(`${key}.yes`), () => { act(what); }));

function choice(id, key, values) {
  return el('label', { class: 'field' }, say(`wanted.${key}`), el('select', {
    id,
    autocomplete: 'off',
    onchange: event => { wanted[key] = event.target.value; },
  }, values.map(([value, words]) => el('option', { value, selected: wanted[key] === value }, words))));
}

function adaptations() {
  return el('details', {}, el('summary', {}, icon('down'), say('wanted')),
    el('div', { class: 'fields' },
      choice('w-language', 'language', hello.languages.map(({ code, name }) => [code, name])),
      choice('w-text', 'text', ['0', '1', '2', '3'].map(value => [value, say(`text.${value}`)])),
      choice('w-contrast', 'contrast', ['plain', 'high', 'soft'].map(value => [value, say(`contrast.${value}`)])),
      choice('w-sound', 'sound', ['off', 'on'].map(value => [value, say(`sound.${value}`)])),
      choice('w-switches', 'switches', ['off', 'one', 'two'].map(value => [value, say(`switches.${value}`)]))));
}

function release() {
  act('release', { ...wanted, language: wanted.language || hello.languages[0].code, text: Number(wanted.text), sound: wanted.sound === 'on' });
  Object.assign(wanted, { language: '', text: '0', contrast: 'plain', sound: 'off', switches: 'off' });
}

function acts(now) {
  switch (now) {
    case 'ready': return [main(say('open.button'), openStation)];
    case 'opening':
    case 'closing': return [main(say('print.on'), () => act('print'))];
    case 'idle': return [main(say('release'), release), other(say('close.button'), closeStation)];
    case 'released': return [asked('cancel', 'cancel')];
    case 'away': return [main(say('more_time'), () => act('call')), asked('cancel', 'cancel')];
    case 'checking': return [asked('left', 'left'), asked('reprint', 'reprint')];
    case 'away_checking': return [main(say('more_time'), () => act('call')), asked('left', 'left')];
    case 'trouble':
    case 'unknown': return [main(say('reprint.now'), () => act('reprint')), asked('withdraw', 'withdraw')];
    case 'closed': return [other(say('another'), () => act('another'))];
    default: return [];
  }
}

/** What the machine says; it speaks English and Spanish alone. */
function sentence(said) {
  const spoken = said[language] ? language : 'en';
  return el('span', { lang: spoken, dir: spoken === 'ar' ? 'rtl' : 'ltr' }, said[spoken]);
}

function problemCard() {
  const { problem } = state;
  return problem ? el('div', { class: 'warning', role: 'alert' }, icon('warn'), el('div', {}, sentence(problem), ' ', el('span', { class: 'code' }, problem.code))) : null;
}

function now() {
  const it = situation();
  return el('div', { class: 'card' },
    el('div', { class: 'state' }, icon(PICTURES[it] ?? (it.startsWith('away') ? 'warn' : 'person')),
      el('div', {}, el('h2', {}, say(`state.${it}`, state.printed, state.copies)), el('p', {}, say(`state.${it}.how`)))),
    problemCard(),
    !state.kiosk && ['idle', 'released', 'checking'].includes(it) ? el('p', { class: 'warning' }, icon('warn'), say('kiosk.gone')) : null,
    state.again ? el('p', { class: 'warning' }, icon('warn'), say(`again.${state.again}`)) : null,
    el('div', { class: 'acts' }, acts(it)),
    it === 'idle' ? adaptations() : null);
}

function row(label, value, kind = '') {
  return el('tr', { class: kind }, el('th', { scope: 'row' }, label), el('td', {}, String(value)));
}

function figures() {
  const { figures: all } = state;
  const pending = state.booth === 'checking' ? 1 : 0;
  const isEven = all.confirmed === all.counted + all.spoiled + all.withdrawn + pending;
  return el('div', { class: 'card' }, el('h2', {}, say('figures')),
    el('table', {}, el('tbody', {}, row(say('figure.counted'), all.counted, 'strong'), FIGURES.map(key => row(say(`figure.${key}`), all[key], all[key] === 0 ? 'none' : '')))),
    el('p', { class: isEven ? 'even' : 'uneven' }, icon(isEven ? 'check' : 'warn'), say(isEven ? 'figures.even' : 'figures.uneven')));
}

function notes() {
  const { balance } = state;
  return [
    state.last ? el('div', { class: 'card' }, el('h2', {}, say('last')), el('p', {}, sentence(state.last))) : null,
    balance ? el('div', { class: 'card' }, el('h2', {}, say('balance')),
      el('table', {}, el('tbody', {}, row(say('balance.machine'), balance.machine), row(say('balance.receipts'), balance.receipts), row(say('balance.pollbook'), balance.pollBook))),
      el('p', { class: balance.machine === balance.pollBook ? 'even' : 'uneven' }, icon(balance.machine === balance.pollBook ? 'check' : 'warn'),
        say(balance.machine === balance.pollBook ? 'balance.even' : 'balance.uneven', Math.abs(balance.machine - balance.pollBook)))) : null,
    el('div', { class: 'card' }, el('h2', {}, say('machine')), el('p', {}, say('machine.is', hello.machine)),
      hello.definition ? el('p', { class: 'groups' }, say('machine.definition'), ' ', el('bdi', { dir: 'ltr' }, hello.definition)) : null,
      el('p', { class: 'groups' }, say('machine.software'), ' ', el('bdi', { dir: 'ltr' }, hello.software))),
  ];
}

function head() {
  fill(parts.head,
    el('div', {}, el('h1', {}, el('bdi', {}, hello.election)), el('p', {}, say('station', hello.station))),
    el('div', { class: 'sides' },
      el('label', {}, icon('globe'), el('span', { class: 'unseen' }, say('language')),
        el('select', { id: 'language', autocomplete: 'off', onchange: event => turn(event.target.value) },
          hello.languages.map(({ code, name }) => el('option', { value: code, selected: code === language, lang: code }, name)))),
      button({ onclick: () => { document.documentElement.dataset.contrast = document.documentElement.dataset.contrast === 'high' ? 'plain' : 'high'; } }, icon('contrast'), say('contrast'))));
  parts.test.textContent = say('test');
  parts.test.hidden = !hello.test;
  document.title = say('title', hello.station);
}

async function turn(code) {
  language = code;
  await speak(code);
  shown = '';
  head();
  draw();
}

/** Draws what changed and leaves the rest, so that a screen reader is not told twice and an open list stays open. */
function draw() {
  if (state === null) return;
  const at = JSON.stringify([{ ...state, seq: 0 }, language, isBusy]);
  if (at === shown) return;
  shown = at;
  const kept = document.activeElement?.textContent;
  fill(parts.now, now());
  fill(parts.figures, figures());
  fill(parts.notes, notes());
  if (document.activeElement === document.body && kept) [...parts.now.querySelectorAll('button')].find(it => it.textContent === kept)?.focus();
}

function lost(code) {
  state = null;
  shown = '';
  if (!hello) return;
  fill(parts.now, el('div', { class: 'card' }, el('div', { class: 'state', role: 'alert' }, icon('warn'),
    el('div', {}, el('h2', {}, say('lost')), el('p', {}, say(code === NOT_KNOWN ? 'lost.restarted' : 'lost.how'))))));
  fill(parts.figures);
  fill(parts.notes);
}

async function run() {
  document.addEventListener('contextmenu', event => event.preventDefault());
  for (;;) {
    try {
      hello = await ask('hello');
      await turn(language || hello.languages[0].code);
      for (;;) {
        const next = await ask('state', { seen: state?.seq ?? -1 });
        if (!isBusy) state = next;
        draw();
      }
    } catch (problem) {
      if (!(problem instanceof NotDone)) throw problem;
      lost(problem.code);
      await wait(RETRY_MS);
    }
  }
}

run();
