// The voter's page. The machine says in which phase it is; within a voter's turn the page goes from screen to screen by itself.

import { Ballot } from './ballot.js';
import { button, el, fill, icon } from './dom.js';
import * as dialogs from './dialogs.js';
import { Idle } from './idle.js';
import { ask, NotDone, tell, wait } from './link.js';
import { Scanner } from './scan.js';
import * as screens from './screens.js';
import { heard, Speech } from './speech.js';
import { say, speak } from './words.js';

const CONTRASTS = ['plain', 'high', 'soft'];
const TEXTS = 4;
const DONE_MS = 20_000;
const RETRY_MS = 1_500;
const IN_USE = 409;
const NOT_KNOWN = 401;
const parts = Object.fromEntries(['head', 'election', 'station', 'test', 'tools', 'main', 'foot', 'cover', 'live'].map(id => [id, document.getElementById(id)]));

const app = {
  languages: [],
  ballot: new Ballot([]),
  settings: { language: 'en', text: 0, contrast: 0 },
  speech: new Speech(),
  phase: '',
  screen: null,
  isReviewed: false,

  /** Draws a screen, gives its heading the focus and says it. `focus` names something else to focus, such as the page of a list. */
  show(draw, focus = 'h1') {
    const screen = draw();
    app.screen = { draw, spoken: screen.spoken };
    document.documentElement.dataset.screen = screen.kind;
    fill(parts.main, screen.body);
    fill(parts.foot, screen.foot);
    parts.foot.hidden = screen.foot.length === 0;
    const placed = screen.place?.();
    parts.main.scrollTop = 0;
    app.tools();
    (parts.main.querySelector(focus) ?? parts.main.querySelector('h1')).focus({ preventScroll: true });
    if (placed) screen.spoken.push(placed);
    app.screenAloud(focus === 'h1' ? screen.spoken : [placed]);
    app.scanner.refresh();
  },

  screenAloud: (spoken = app.screen.spoken) => app.speech.say(spoken.filter(line => line !== '').join('. ')),

  /** How a list is laid out, worked out once for each size of screen and text and each language. */
  measured(id, measure) {
    const key = `${id} ${innerWidth} ${innerHeight} ${app.settings.text} ${app.settings.language}`;
    if (key !== app.layout?.key) app.layout = { key, found: measure() };
    return app.layout.found;
  },

  welcome: () => app.show(() => screens.welcome(app)),
  contest(index, first = null) {
    const chosen = app.ballot.option(index);
    const from = first ?? (chosen ? app.ballot.contests[index].options.indexOf(chosen) : 0);
    app.show(() => screens.contest(app, index, from), first === null ? 'h1' : '#page');
  },
  review(first = null) {
    app.isReviewed = true;
    app.show(() => screens.review(app, first ?? 0), first === null ? 'h1' : '#page');
  },
  chosen(index) {
    app.speech.say(`${say('contest.chosen')}: ${screens.chosenAloud(app.ballot, index)}`);
  },
  jump: (total, go) => dialogs.jump(app, total, go),
  /** Opens the keyboard for the name of a contest; the list stays where it was. */
  write: (index, first) => dialogs.write(app, app.ballot.contests[index].title, app.ballot.names[index], name => {
    app.ballot.write(index, name);
    app.show(() => screens.contest(app, index, first), `[data-position="${app.ballot.contests[index].write_in}"]`);
    app.chosen(index);
  }),

  confirm() {
    const open = app.ballot.unanswered();
    dialogs.question(app, {
      title: say('confirm.title'),
      lines: [say('confirm.how'), ...(open > 0 ? [say('review.open', open)] : [])],
      yes: say('confirm.yes'),
      no: say('confirm.no'),
      then: () => app.send(),
    });
  },

  /** Hands the choices over, once: the ticket is good for one vote, however often it is sent. Then the page forgets them. */
  async send() {
    const given = { seat: app.seat, ticket: app.ticket, choices: app.ballot.positions(), written: app.ballot.written() };
    idle.stop();
    app.busy();
    app.wipe();
    await app.act('confirm', given);
    given.choices.fill(0);
    given.written.fill('');
  },
  busy: () => app.show(() => screens.plain('paper', say('printing.title'), [say('printing.wait')], [], 'busy')),

  /** Asks for something to be done, and follows what the machine then says; where it says nothing, the next state tells. */
  async act(what, given) {
    app.phase = 'asked';
    app.isAsking = true;
    try {
      await app.obey(await ask(what, given));
    } catch (problem) {
      if (!(problem instanceof NotDone)) throw problem;
      app.phase = '';
      app.seen = -1;
    } finally {
      app.isAsking = false;
    }
  },

  /** Nothing of the voter stays on the page. */
  wipe() {
    app.ballot.wipe();
    app.layout = null;
    app.ticket = '';
    app.isReviewed = false;
  },

  right: () => app.answer('right'),
  wrong: () => dialogs.question(app, {
    title: say('wrong.title'),
    lines: [say('wrong.spoiled'), say('wrong.secret')],
    yes: say('wrong.yes'),
    no: say('wrong.no'),
    kind: 'grave',
    then: () => app.answer('wrong'),
  }),
  async answer(receipt) {
    idle.stop();
    app.isThanked = receipt === 'right';
    for (const answer of parts.foot.querySelectorAll('button')) answer.disabled = true;
    await app.act('receipt', { seat: app.seat, receipt });
  },
  /** Stays for a while, unless the next voter is let in. */
  thank() {
    app.show(() => screens.plain('box', say('done.title'), [say('done.box'), say('done.thanks')], [], 'done'));
    clearTimeout(app.doneTimer);
    app.doneTimer = setTimeout(() => {
      app.doneTimer = null;
      if (app.phase === 'waiting') app.rest();
    }, DONE_MS);
  },
  /** The same voter begins again: the receipt was wrong, could not be printed, or the machine did not take the vote. */
  again(why) {
    const picture = why === 'spoiled' ? 'person' : 'warn';
    app.show(() => screens.plain(picture, say(`${why}.title`), [say(`${why}.what`), say('again.how')],
      [el('span'), button({ class: 'main', onclick: () => app.contest(0) }, say('again.start'), icon('next'))], 'again'));
  },

  async language(code) {
    app.settings.language = code;
    await speak(code);
    if (app.speech.isOn) app.speech.turn(true);
    app.words();
    if (app.screen) app.show(app.screen.draw);
  },
  words() {
    fill(parts.station, say('station', app.stationCode));
    parts.tools.setAttribute('aria-label', say('tools'));
    parts.test.textContent = say('test');
    // The same on every screen: a browser writes titles into its history.
    document.title = say('station', app.stationCode);
  },
  text(to) {
    app.settings.text = to % TEXTS;
    document.documentElement.dataset.text = String(app.settings.text);
    app.redraw();
    app.aloud(say('tools.text_at', app.settings.text + 1, TEXTS));
  },
  contrast(to) {
    app.settings.contrast = to % CONTRASTS.length;
    document.documentElement.dataset.contrast = CONTRASTS[app.settings.contrast];
    app.tools();
    app.aloud(say(`contrast.${CONTRASTS[app.settings.contrast]}`));
  },
  /** Said to screen readers and by the voice alike. */
  aloud(text) {
    parts.live.textContent = text;
    app.speech.say(text);
  },
  /** As it is, in another size; what has the focus keeps it. */
  redraw() {
    const kept = document.activeElement?.id;
    app.show(app.screen.draw);
    if (kept) document.getElementById(kept)?.focus();
  },

  /** The row at the top: the same on every screen. */
  tools() {
    const kept = document.activeElement?.id;
    const tool = (id, picture, words, label, onclick) => button({ id, class: 'tool', 'aria-label': label, onclick }, icon(picture), el('span', {}, words));
    const { settings, speech, scanner } = app;
    const name = app.languages.find(language => language.code === settings.language)?.name ?? '';
    fill(parts.tools,
      tool('t-language', 'globe', name, say('tools.language', name), () => dialogs.languages(app)),
      tool('t-text', 'text', say('tools.text'), say('tools.text_at', settings.text + 1, TEXTS), () => app.text(settings.text + 1)),
      tool('t-contrast', 'contrast', say('tools.contrast'), `${say('tools.contrast')}: ${say(`contrast.${CONTRASTS[settings.contrast]}`)}`, () => app.contrast(settings.contrast + 1)),
      tool('t-sound', speech.isOn ? 'sound' : 'silent', say('tools.sound'), `${say('tools.sound')}: ${say(speech.isOn ? 'sound.on' : 'sound.off')}`, () => dialogs.sound(app)),
      speech.isOn ? tool('t-again', 'repeat', say('tools.again'), say('tools.again'), () => app.screenAloud()) : null,
      tool('t-switches', 'switch', say('tools.switches'), `${say('tools.switches')}: ${say(`switches.${scanner.mode}`)}`, () => dialogs.switches(app)));
    if (kept) document.getElementById(kept)?.focus({ preventScroll: true });
  },

  /** A dark screen for a voter who listens: nobody reads over the shoulder. Any touch or Escape brings it back. */
  curtain(isDown) {
    parts.cover.hidden = !isDown;
    fill(parts.cover, isDown ? button({ onclick: () => app.curtain(false) }, say('curtain')) : null);
    if (isDown) app.aloud(say('curtain'));
  },

  /** Each voter begins from the same page: no setting of the one before stays. */
  async fresh(wanted = {}) {
    dialogs.closeAll();
    app.curtain(false);
    app.wipe();
    app.speech.reset();
    app.settings = { language: wanted.language ?? app.languages[0].code, text: wanted.text ?? 0, contrast: Math.max(0, CONTRASTS.indexOf(wanted.contrast ?? 'plain')) };
    document.documentElement.dataset.text = String(app.settings.text);
    document.documentElement.dataset.contrast = CONTRASTS[app.settings.contrast];
    app.screen = null;
    await app.language(app.settings.language);
    app.speech.turn(wanted.sound ?? false);
    app.scanner.set(wanted.switches ?? 'off', wanted.pace ?? 2);
  },

  async rest() {
    await app.fresh();
    app.show(() => (app.phase === 'locked'
      ? screens.plain('lock', say('locked.title'), [say('locked.how')], [], 'rest')
      : screens.plain('person', say('waiting.title'), [say('waiting.how')], [], 'rest')));
  },

  /** Follows what the machine says of itself. */
  async obey(state) {
    // An answer that was overtaken by a later one says nothing any more.
    if (state.seq < app.seen) return;
    app.seen = state.seq;
    if (state.calls > app.calls && idle.state !== 'off') idle.goOn();
    app.calls = state.calls;
    if (state.phase === app.phase && state.turn === app.turn) return;
    app.phase = state.phase;
    app.turn = state.turn;
    idle.stop();
    dialogs.closeAll();
    await app.enter(state);
  },

  async enter(state) {
    const timing = () => idle.start(state.quiet, state.warning);
    switch (state.phase) {
      case 'voting':
        clearTimeout(app.doneTimer);
        app.doneTimer = null;
        if (state.again === null || !app.screen) await app.fresh(state.wanted);
        else app.wipe();
        app.ticket = state.ticket;
        if (state.again === null) app.welcome();
        else app.again(state.again);
        timing();
        break;
      case 'printing':
        app.wipe();
        app.busy();
        break;
      case 'trouble':
        app.wipe();
        app.show(() => screens.plain('warn', say('trouble.title'), [say('trouble.kept'), say('trouble.officer')], [], 'trouble'));
        break;
      case 'check':
        app.wipe();
        app.show(() => screens.check(app));
        timing();
        break;
      default:
        app.wipe();
        // Thanked for a vote that the machine says is counted, and for no other.
        if (app.isThanked && state.phase === 'waiting') app.thank();
        else if (!app.doneTimer || state.phase === 'locked') await app.rest();
        app.isThanked = false;
    }
  },
};

app.scanner = new Scanner(things => app.speech.say(things.length === 1 ? heard(things[0]) : say('switches.group', heard(things[0]), things.length)));

const idle = new Idle({
  warn(left) {
    const shown = document.getElementById('left');
    if (shown) shown.textContent = say('time.left', left);
    else {
      dialogs.open(app, {
        title: say('time.title'),
        kind: 'time',
        mustAnswer: true,
        closed: () => idle.state === 'warned' && idle.goOn(),
        lines: [say('time.kept')],
        body: [el('p', { id: 'left', class: 'left', role: 'timer' }, say('time.left', left))],
        foot: [button({ class: 'main', onclick: () => idle.goOn() }, say('time.more'))],
      });
    }
  },
  calm: () => document.querySelector('dialog.time')?.close(),
  away() {
    dialogs.closeAll();
    tell('away', { seat: app.seat, away: true });
    dialogs.open(app, {
      title: say('away.title'),
      kind: 'away',
      mustAnswer: true,
      closed: () => idle.state === 'away' && idle.goOn(),
      lines: [say('away.kept'), say('away.officer')],
      foot: [button({ class: 'main', onclick: () => idle.goOn() }, say('away.here'))],
    });
  },
  back() {
    tell('away', { seat: app.seat, away: false });
    document.querySelector('dialog.away')?.close();
    if (app.screen) app.screenAloud();
  },
});

/** Arrows go from option to option without choosing; a page is turned at its ends and by its own keys. */
function arrows(event) {
  const radio = event.target.closest?.('[role=radio]');
  const turn = which => parts.main.querySelector(`[data-turn=${which}]:enabled`)?.click();
  if (event.key === 'PageDown') turn('next');
  else if (event.key === 'PageUp') turn('back');
  else if (radio && ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'].includes(event.key)) {
    const ahead = event.key === 'ArrowDown' || event.key === (document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight');
    const all = [...parts.main.querySelectorAll('[role=radio]')];
    all[all.indexOf(radio) + (ahead ? 1 : -1)]?.focus();
  } else return;
  event.preventDefault();
}

function listen() {
  for (const kind of ['pointerdown', 'keydown', 'touched']) document.addEventListener(kind, () => idle.touch(), true);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !parts.cover.hidden) app.curtain(false);
    // The keys with which a browser goes back, reloads or prints mean nothing here.
    if (event.altKey || event.ctrlKey || event.metaKey || event.key === 'F5' || event.key === 'BrowserBack') event.preventDefault();
    else if (app.scanner.mode === 'off') arrows(event);
  });
  document.addEventListener('focusin', event => {
    const at = event.target;
    if (app.scanner.mode !== 'off' || !at.matches('button')) return;
    app.speech.say(at.getAttribute('aria-checked') === 'true' ? `${heard(at)}. ${say('contest.chosen')}` : heard(at));
  });
  for (const kind of ['contextmenu', 'dragstart', 'selectstart', 'auxclick']) document.addEventListener(kind, event => event.preventDefault());
  for (const kind of ['mouseup', 'mousedown']) document.addEventListener(kind, event => event.button > 2 && event.preventDefault());
  let width = innerWidth;
  let height = innerHeight;
  addEventListener('resize', () => {
    if (innerWidth === width && innerHeight === height || !app.screen) return;
    [width, height] = [innerWidth, innerHeight];
    app.redraw();
  });
  addEventListener('pagehide', () => {
    tell('bye', { seat: app.seat });
    app.wipe();
  });
}

/** A screen for when there is nobody to ask; it goes away by itself when the machine answers again. */
function lost(code) {
  if (app.phase === `lost${code}` || !app.languages.length) return;
  idle.stop();
  dialogs.closeAll();
  app.wipe();
  app.phase = `lost${code}`;
  app.show(() => screens.plain('warn', say('lost.title'), [say(code === IN_USE ? 'lost.other' : code === NOT_KNOWN ? 'lost.restarted' : 'lost.silent'), say('trouble.officer')], [], 'trouble'));
}

async function begin() {
  const hello = await ask('hello');
  app.seat = hello.seat;
  app.seen = -1;
  app.calls = 0;
  app.languages = hello.languages;
  app.stationCode = hello.station;
  app.ballot = new Ballot(hello.contests);
  fill(parts.election, el('bdi', {}, hello.election));
  parts.test.hidden = !hello.test;
  app.phase = '';
  await speak(app.languages[0].code);
  app.settings.language = app.languages[0].code;
  app.words();
}

async function run() {
  listen();
  for (;;) {
    try {
      await begin();
      for (;;) {
        const state = await ask('state', { seat: app.seat, seen: app.seen });
        // While something is being done, only its own answer counts: this one may be from before.
        if (app.isAsking) app.seen = Math.max(app.seen, state.seq);
        else await app.obey(state);
      }
    } catch (problem) {
      if (!(problem instanceof NotDone)) throw problem;
      lost(problem.code);
      await wait(RETRY_MS);
    }
  }
}

run();
