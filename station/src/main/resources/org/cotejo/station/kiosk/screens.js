// The voter's screens: each is what stands in the middle, the buttons at the foot, and what is said aloud.

import { BLANK } from './ballot.js';
import { button, el, icon } from './dom.js';
import { layout } from './fit.js';
import { say } from './words.js';

const JUMP_FROM = 4;

/** A heading that takes the focus when its screen appears: no button does, and no option. */
function heading(text) {
  return el('h1', { tabIndex: -1 }, el('bdi', {}, text));
}

function message(picture, title, ...lines) {
  return el('section', { class: 'message' }, icon(picture), heading(title), ...lines.map(line => (typeof line === 'string' ? el('p', {}, line) : line)));
}

/** A screen of words alone. */
export function plain(picture, title, lines, foot = [], kind = '') {
  return { kind, body: [message(picture, title, ...lines)], foot, spoken: [title, ...lines.filter(line => typeof line === 'string')] };
}

export function welcome(app) {
  const languages = el('div', { class: 'languages', role: 'group', 'aria-label': say('language.choose'), 'data-group': true },
    app.languages.map(({ code, name }) => button({
      class: 'choice', lang: code, 'aria-pressed': String(code === app.settings.language), onclick: () => app.language(code),
    }, el('span', {}, name), icon('check'))));
  const title = say('welcome.title');
  return {
    kind: 'welcome',
    body: [heading(title), el('p', {}, say('welcome.how')), el('h2', {}, say('language.choose')), languages, el('p', { class: 'hint' }, say('welcome.tools'))],
    foot: [el('span'), button({ class: 'main', onclick: () => app.contest(0) }, say('welcome.start'), icon('next'))],
    spoken: [title, say('welcome.how'), say('welcome.tools')],
  };
}

function cell(contest, option, isChosen, press) {
  const name = el('span', { class: 'who' }, el('bdi', { class: 'name' }, option.name), option.party ? el('bdi', { class: 'party' }, option.party) : null);
  return button({
    class: 'option', role: 'radio', 'aria-checked': String(isChosen), 'aria-posinset': option.position, 'aria-setsize': contest.options.length + 1,
    'aria-label': [option.position, option.name, option.party].filter(part => part !== null).join('. '), 'data-position': option.position, onclick: press,
  }, el('span', { class: 'number', 'aria-hidden': 'true' }, String(option.position)), name, el('span', { class: 'mark' }, icon('check')));
}

function blankCell(contest, isChosen, press) {
  return button({
    class: 'option blank', role: 'radio', 'aria-checked': String(isChosen), 'aria-posinset': contest.options.length + 1, 'aria-setsize': contest.options.length + 1,
    'data-position': BLANK, onclick: press,
  }, el('span', { class: 'number', 'aria-hidden': 'true' }, '–'), el('span', { class: 'who' }, el('span', { class: 'name' }, say('contest.blank'))), el('span', { class: 'mark' }, icon('check')));
}

/** The buttons with which pages of a list are turned; without a page and a layout they are as large as they get. */
function pager(app, total, more, turn, at = 1, found = { count: JUMP_FROM, each: 1 }) {
  return el('nav', { class: 'pager', 'aria-label': say('pages.label'), 'data-group': true },
    button({ disabled: at === 0, 'data-turn': 'back', onclick: () => turn(at - 1) }, icon('up'), say('pages.back')),
    found.count >= JUMP_FROM ? button({ onclick: () => app.jump(total, number => turn(Math.floor((number - 1) / found.each))) }, say('pages.jump')) : null,
    button({ disabled: at === found.count - 1, 'data-turn': 'next', class: 'more', onclick: () => turn(at + 1) }, icon('down'), say(more)));
}

/** Where it says which part of a list is seen; it takes the focus when a page is turned. */
function whereabouts() {
  return el('p', { class: 'where', id: 'page', tabIndex: -1 }, '\u00a0');
}

/** A list in pages. What there is on other pages is said: nobody need guess it. All cells are made once, to see how large they get. */
function paged(app, space, first, { id, count, cell, after, columnsMost, turn, wrap, where, more }) {
  const all = Array.from({ length: count }, (_, index) => index);
  // As long as it can get, so that nothing moves once it says what is so.
  where.textContent = say('pages.where', count, count, count);
  const found = app.measured(id, () => layout(space, all.map(cell), after, pager(app, count, more, turn), columnsMost));
  const at = Math.min(found.count - 1, Math.floor(first / found.each));
  const shown = all.slice(at * found.each, (at + 1) * found.each).map(cell);
  const grid = el('div', { class: 'grid', role: 'presentation' }, shown);
  grid.style.gridTemplateColumns = `repeat(${found.columns}, minmax(0, 1fr))`;
  grid.style.gridTemplateRows = `repeat(${found.rows}, ${found.height}px)`;
  after.forEach(under => { under.style.blockSize = `${found.height}px`; });
  wrap.append(grid, ...after);
  space.replaceChildren(wrap);
  space.classList.toggle('beside', found.isBeside);
  if (found.isBeside) space.style.gridTemplateColumns = `minmax(0, 1fr) minmax(0, ${found.columns - 1}fr)`;
  if (found.count > 1) space.append(pager(app, count, more, page => turn(page * found.each), at, found));
  const said = say('pages.where', at * found.each + 1, at * found.each + shown.length, count);
  where.textContent = found.count === 1 ? '' : said;
  return found.count > 1 ? said : '';
}

/** The option at which a name is written says what stands there so far. */
function shown(ballot, index, option) {
  if (!ballot.isWriteIn(index, option.position)) return option;
  return { position: option.position, name: option.name, party: ballot.names[index] || say('write.how') };
}

export function contest(app, index, first) {
  const { ballot } = app;
  const it = ballot.contests[index];
  const space = el('div', { class: 'space' });
  const where = whereabouts();
  const choose = position => {
    ballot.choose(index, position);
    for (const option of space.querySelectorAll('[role=radio]')) option.setAttribute('aria-checked', String(Number(option.dataset.position) === position));
    app.chosen(index);
  };
  const isLast = index === ballot.contests.length - 1;
  const how = say('contest.how');
  return {
    kind: 'contest',
    body: [el('div', { class: 'asked' }, heading(it.title),
      ballot.contests.length > 1 ? el('p', { class: 'step' }, say('contest.step', index + 1, ballot.contests.length)) : null,
      el('p', {}, how), where), space],
    foot: [
      button({ onclick: () => (index === 0 ? app.welcome() : app.contest(index - 1)) }, icon('back'), say('back')),
      app.isReviewed
        ? button({ class: 'main', onclick: () => app.review() }, say('contest.to_review'), icon('next'))
        : button({ class: 'main', onclick: () => (isLast ? app.review() : app.contest(index + 1)) }, say(isLast ? 'contest.to_review' : 'contest.next'), icon('next')),
    ],
    spoken: [ballot.contests.length > 1 ? say('contest.step', index + 1, ballot.contests.length) : '', it.title, how],
    place: () => {
      const blank = blankCell(it, ballot.isChosen(index, BLANK), () => choose(BLANK));
      const wrap = el('div', { class: 'options', role: 'radiogroup', 'aria-label': it.title, 'data-group': true });
      const make = at => {
        const { position } = it.options[at];
        const press = ballot.isWriteIn(index, position) ? () => app.write(index, first) : () => choose(position);
        return cell(it, shown(ballot, index, it.options[at]), ballot.isChosen(index, position), press);
      };
      return paged(app, space, first, {
        id: `contest ${index} ${ballot.names[index]}`, count: it.options.length, cell: make, after: [blank], turn: to => app.contest(index, to), wrap, where, more: 'pages.next',
      });
    },
  };
}

function choiceWords(ballot, index) {
  const option = ballot.option(index);
  if (option) return [el('bdi', { class: 'name' }, option.name), option.party ? el('bdi', { class: 'party' }, option.party) : null];
  return ballot.isAnswered(index)
    ? [el('span', { class: 'name' }, say('contest.blank'))]
    : [el('span', { class: 'name unsaid' }, icon('warn'), say('review.nothing')), el('span', { class: 'party' }, say('review.counts_blank'))];
}

export function chosenAloud(ballot, index) {
  const option = ballot.option(index);
  const what = option ? [option.name, option.party ?? ''].filter(part => part !== '').join(', ') : say(ballot.isAnswered(index) ? 'contest.blank' : 'review.nothing');
  return `${ballot.contests[index].title}: ${what}`;
}

function reviewRow(app, index) {
  const it = app.ballot.contests[index];
  const option = app.ballot.option(index);
  return el('div', { class: 'row', role: 'listitem' },
    option ? el('span', { class: 'number', 'aria-hidden': 'true' }, String(option.position)) : el('span', { class: 'number', 'aria-hidden': 'true' }, '–'),
    el('div', { class: 'who' }, el('bdi', { class: 'what' }, it.title), choiceWords(app.ballot, index)),
    button({ 'aria-label': say('review.change_what', it.title), onclick: () => app.contest(index) }, say('review.change')));
}

export function review(app, first) {
  const { ballot } = app;
  const space = el('div', { class: 'space' });
  const where = whereabouts();
  const title = say('review.title');
  const open = ballot.unanswered();
  return {
    kind: 'review',
    body: [el('div', { class: 'asked' }, heading(title), el('p', {}, say('review.how')), where,
      open > 0 ? el('p', { class: 'warning' }, icon('warn'), say('review.open', open)) : null), space],
    foot: [
      button({ onclick: () => app.contest(ballot.contests.length - 1) }, icon('back'), say('back')),
      button({ class: 'main', onclick: () => app.confirm() }, icon('paper'), say('review.confirm')),
    ],
    spoken: [title, ...ballot.contests.map((_, index) => chosenAloud(ballot, index)), open > 0 ? say('review.open', open) : '', say('review.how')],
    place: () => {
      const wrap = el('div', { class: 'options', role: 'list', 'data-group': true });
      return paged(app, space, first, {
        id: `review ${ballot.positions()} ${ballot.written().join('/')} ${open}`, count: ballot.contests.length, cell: index => reviewRow(app, index), after: [], columnsMost: 1,
        turn: to => app.review(to), wrap, where, more: 'pages.more',
      });
    },
  };
}

export function check(app) {
  const title = say('check.title');
  const steps = [say('check.read'), say('check.compare')];
  return {
    kind: 'check',
    body: [message('paper', title, el('ol', {}, steps.map(step => el('li', {}, step))), el('p', { class: 'ask' }, say('check.ask')))],
    // Two answers of the same weight: neither is the easy one.
    foot: [
      button({ onclick: () => app.wrong() }, icon('cross'), say('check.wrong')),
      button({ onclick: () => app.right() }, icon('check'), say('check.right')),
    ],
    spoken: [title, ...steps, say('check.ask')],
  };
}
