// What opens over a screen: language, sound, switches, a number to go to, a name to write, a question, more time. Each is closed by its own button.

import { button, el, fill, icon } from './dom.js';
import { say } from './words.js';

/** Opens a dialog with a title; returns the element. Escape closes it unless it `mustAnswer`; `closed` hears of it, however it came. */
export function open(app, { title, kind = '', mustAnswer = false, closed = () => {}, lines = [], body = [], foot = [] }) {
  const id = `d${document.querySelectorAll('dialog').length}`;
  const dialog = el('dialog', { class: kind, 'aria-labelledby': id },
    el('h2', { id, tabIndex: -1 }, title), ...lines.map(line => el('p', {}, line)), ...body, el('div', { class: 'buttons', 'data-group': true }, foot));
  if (mustAnswer) dialog.addEventListener('cancel', event => event.preventDefault());
  dialog.addEventListener('close', () => {
    dialog.remove();
    closed();
    app.scanner.refresh();
  });
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector('h2').focus();
  app.speech.say([title, ...lines].join('. '));
  app.scanner.refresh();
  return dialog;
}

export function closeAll() {
  for (const dialog of document.querySelectorAll('dialog')) dialog.close();
}

function closing(words, then = () => {}) {
  return button({
    class: 'main',
    onclick: event => {
      event.currentTarget.closest('dialog').close();
      then();
    },
  }, words);
}

/** Yes or no; `kind` may be 'grave'. */
export function question(app, { title, lines, yes, no, then, kind = '' }) {
  open(app, {
    title,
    lines,
    kind,
    foot: [
      button({ onclick: event => event.currentTarget.closest('dialog').close() }, icon('back'), no),
      closing(yes, then),
    ],
  });
}

export function languages(app) {
  open(app, {
    title: say('language.choose'),
    body: [el('div', { class: 'languages', 'data-group': true }, app.languages.map(({ code, name }) => button({
      class: 'choice', lang: code, 'aria-pressed': String(code === app.settings.language),
      onclick: event => {
        event.currentTarget.closest('dialog').close();
        app.language(code);
      },
    }, el('span', {}, name), icon('check'))))],
    foot: [closing(say('done'))],
  });
}

function pressed(words, isPressed, onclick) {
  return button({ class: 'choice', 'aria-pressed': String(isPressed), onclick }, el('span', {}, words), icon('check'));
}

export function sound(app) {
  const { speech } = app;
  const body = el('div', { class: 'fields' });
  const act = (name, what) => button({ onclick: () => { what(); app.speech.say(name); } }, name);
  const draw = () => {
    const has = speech.voice() !== null;
    fill(body,
      has ? null : el('p', { class: 'warning' }, icon('warn'), say('sound.no_voice')),
      el('div', { class: 'pair', 'data-group': true },
        pressed(say('sound.off'), !speech.isOn, () => { speech.turn(false); draw(); app.tools(); }),
        has ? pressed(say('sound.on'), speech.isOn, () => { speech.turn(true); draw(); app.tools(); app.screenAloud(); }) : null),
      speech.isOn ? el('div', { class: 'pair', 'data-group': true },
        act(say('sound.slower'), () => speech.faster(-1)), act(say('sound.faster'), () => speech.faster(1)),
        act(say('sound.quieter'), () => speech.louder(-1)), act(say('sound.louder'), () => speech.louder(1))) : null,
      el('div', { class: 'pair', 'data-group': true }, button({
        onclick: event => {
          event.currentTarget.closest('dialog').close();
          app.curtain(true);
        },
      }, say('sound.curtain'))));
  };
  draw();
  open(app, { title: say('sound.title'), lines: [say('sound.how')], body: [body], foot: [closing(say('done'), () => app.screenAloud())] });
}

export function switches(app) {
  const paces = [1, 2, 3, 5];
  const body = el('div', { class: 'fields' });
  const draw = () => {
    const { mode, pace } = app.scanner;
    const set = (newMode, newPace) => {
      app.scanner.set(newMode, newPace);
      draw();
      app.tools();
    };
    fill(body,
      el('div', { class: 'pair', 'data-group': true },
        pressed(say('switches.off'), mode === 'off', () => set('off', pace)),
        pressed(say('switches.one'), mode === 'one', () => set('one', pace)),
        pressed(say('switches.two'), mode === 'two', () => set('two', pace))),
      mode === 'one' ? el('div', { class: 'pair', role: 'group', 'aria-label': say('switches.pace'), 'data-group': true },
        paces.map(seconds => pressed(say('switches.seconds', seconds), pace === seconds, () => set(mode, seconds)))) : null);
    app.scanner.refresh();
  };
  draw();
  open(app, { title: say('switches.title'), lines: [say('switches.how')], body: [body], foot: [closing(say('done'))] });
}

/** A number typed with large keys: the way to any of a thousand names. */
export function jump(app, total, go) {
  let typed = '';
  const shown = el('output', { class: 'typed', 'aria-live': 'polite' }, '–');
  const key = digit => button({ class: 'key', onclick: () => {
    if (Number(typed + digit) <= total && typed + digit !== '0') typed += digit;
    shown.textContent = typed || '–';
    app.speech.say(typed);
  } }, digit);
  open(app, {
    title: say('jump.title', total),
    kind: 'jump',
    body: [shown,
      el('div', { class: 'keys', 'data-group': true }, [...'123456789'].map(key)),
      el('div', { class: 'keys', 'data-group': true }, button({ class: 'key', 'aria-label': say('jump.clear'), onclick: () => { typed = ''; shown.textContent = '–'; } }, icon('cross')), key('0'))],
    foot: [
      button({ onclick: event => event.currentTarget.closest('dialog').close() }, icon('back'), say('back')),
      closing(say('jump.go'), () => typed !== '' && go(Number(typed))),
    ],
  });
}

const NAME_MOST = 40;
const LETTERS = {
  latin: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', es: 'ÑÁÉÍÓÚÜ', pt: 'ÃÕÇÁÉÍÓÚÂÊÔÀ', fr: 'ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ', en: '',
  ar: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى',
};
const WRITABLE = /^[\p{Script=Latin}\p{Script=Arabic}'\u2019.-]$/u;

/** Whether a letter, a blank or a mark may follow what was typed: what the paper can't print and what no name has can't be typed. */
function mayFollow(typed, letter) {
  if (typed.length >= NAME_MOST || letter.length !== 1) return false;
  return letter === ' ' ? typed !== '' && !typed.endsWith(' ') : WRITABLE.test(letter);
}

/** A name typed with large keys, or with the machine's own keyboard, in the letters of the page's language. */
export function write(app, title, before, take) {
  let typed = before;
  const language = document.documentElement.lang;
  const letters = language === 'ar' ? LETTERS.ar : LETTERS.latin + LETTERS[language];
  const shown = el('output', { class: 'typed', 'aria-live': 'polite', 'aria-label': say('write.typed') });
  const done = button({
    class: 'main',
    onclick: event => {
      const name = typed.trim().normalize('NFC');
      event.currentTarget.closest('dialog').close();
      take(name);
    },
  }, say('done'));
  const draw = () => {
    shown.textContent = typed === '' ? '–' : typed;
    done.disabled = !/\p{L}/u.test(typed);
  };
  const put = letter => {
    const large = letter.toLocaleUpperCase(language);
    if (!mayFollow(typed, large)) return;
    typed += large;
    draw();
    app.speech.say(large === ' ' ? say('write.space') : large);
  };
  const clear = () => {
    typed = typed.slice(0, -1);
    draw();
    app.speech.say(typed);
  };
  const key = letter => button({ class: 'key', onclick: () => put(letter) }, letter);
  const dialog = open(app, {
    title: say('write.title', title),
    lines: [say('write.limit', NAME_MOST)],
    kind: 'write',
    body: [shown,
      el('div', { class: 'letters', 'data-group': true, dir: language === 'ar' ? 'rtl' : 'ltr' }, [...letters].map(key)),
      el('div', { class: 'letters wide', 'data-group': true }, button({ class: 'key', onclick: () => put(' ') }, say('write.space')), key('-'), key('\u2019'), key('.'),
        button({ class: 'key', onclick: clear }, say('write.clear')))],
    foot: [button({ onclick: event => event.currentTarget.closest('dialog').close() }, icon('back'), say('back')), done],
  });
  draw();
  dialog.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey || app.scanner.mode !== 'off') return;
    if (event.key === 'Backspace') clear();
    else if (event.key.length === 1 && !(event.key === ' ' && event.target.matches('button'))) put(event.key);
    else return;
    event.preventDefault();
  });
}
