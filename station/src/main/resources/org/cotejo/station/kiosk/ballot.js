// What the voter chose. It lives here, in this page's memory, until it is confirmed or given up, and nowhere else.

const NOTHING = -1;
export const BLANK = 0;

export class Ballot {
  /** Contests as the machine gives them: title, write_in (a position, or 0), options with position, name and party. */
  constructor(contests) {
    this.contests = contests;
    this.chosen = contests.map(() => NOTHING);
    this.names = contests.map(() => '');
  }

  /** A position of the ballot, or BLANK. */
  choose(contest, position) {
    this.chosen[contest] = position;
  }

  /** Chooses the position at which a name is written, with this name. */
  write(contest, name) {
    this.names[contest] = name;
    this.chosen[contest] = this.contests[contest].write_in;
  }

  isWriteIn(contest, position) {
    return position > 0 && position === this.contests[contest].write_in;
  }

  isChosen(contest, position) {
    return this.chosen[contest] === position;
  }

  /** Whether the voter said anything in a contest, be it blank. */
  isAnswered(contest) {
    return this.chosen[contest] !== NOTHING;
  }

  /** The option chosen in a contest, with the name that was written instead of its own; null where it is blank or nothing was said. */
  option(contest) {
    const option = this.contests[contest].options.find(one => one.position === this.chosen[contest]) ?? null;
    return option && this.isWriteIn(contest, option.position) ? { position: option.position, name: this.names[contest], party: option.name } : option;
  }

  unanswered() {
    return this.chosen.filter(position => position === NOTHING).length;
  }

  /** One number for each contest, in their order: a position, or 0 for blank. What was left alone is blank. */
  positions() {
    return this.chosen.map(position => (position === NOTHING ? BLANK : position));
  }

  /** One text for each contest: what was written, where the position for it is chosen. */
  written() {
    return this.chosen.map((position, contest) => (this.isWriteIn(contest, position) ? this.names[contest] : ''));
  }

  /** Forgets everything. */
  wipe() {
    this.names.fill('');
    this.chosen.fill(NOTHING);
  }
}

/**
 * How many pages a list needs, and how many of it stand on each, so that all pages but the last are equally full and the last is not
 * left with a single name.
 */
export function pages(count, most) {
  const needed = Math.max(1, Math.ceil(count / Math.max(1, most)));
  const each = Math.max(1, Math.ceil(count / needed));
  return { count: Math.max(1, Math.ceil(count / each)), each };
}
