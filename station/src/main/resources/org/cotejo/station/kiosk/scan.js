// One or two switches instead of hands: what can be pressed is gone through in groups, then one by one.
//
// One switch: the frame moves by itself, and the switch takes what is in it. Two switches: one moves the frame on, the other takes.
// A group of more than SIX things is gone through in parts, so that no voter waits for a list of forty.

const SIX = 6;
const ROUNDS = 2;
const TREMOR_MS = 250;
const TAKE = new Set(['Enter', ' ', 'Spacebar']);
const MOVE = new Set([' ', 'Spacebar', 'Tab', 'ArrowRight', 'ArrowDown']);

function usable(element) {
  return !element.disabled && element.offsetParent !== null;
}

export class Scanner {
  /** `tell` hears what the frame is on, as words. */
  constructor(tell) {
    this.tell = tell;
    this.mode = 'off';
    this.pace = 2;
    this.lastPress = 0;
    document.addEventListener('keydown', event => this.key(event), true);
  }

  set(mode, pace) {
    this.mode = mode;
    this.pace = pace;
    document.documentElement.dataset.switches = mode;
    this.refresh();
  }

  /** The page changed: from the beginning. */
  refresh() {
    clearInterval(this.timer);
    this.unframe();
    this.inside = null;
    this.at = -1;
    this.rounds = 0;
    if (this.mode === 'one') this.timer = setInterval(() => this.move(), this.pace * 1000);
    if (this.mode === 'two') this.move();
  }

  root() {
    return [...document.querySelectorAll('dialog[open]')].pop() ?? document.body;
  }

  /** What is gone through at the outer level: single things, and parts of groups. */
  outer() {
    const steps = [];
    for (const group of this.root().querySelectorAll('[data-group]')) {
      const things = [...group.querySelectorAll('button')].filter(thing => usable(thing) && thing.closest('[data-group]') === group);
      const parts = Math.ceil(things.length / SIX);
      const each = Math.ceil(things.length / parts);
      for (let from = 0; from < things.length; from += each) steps.push(things.slice(from, from + each));
    }
    return steps;
  }

  /** The next step; a group gone through twice without a choice is left again. */
  move() {
    const steps = this.inside ?? this.outer();
    if (steps.length === 0) return;
    this.at += 1;
    if (this.at >= steps.length) {
      this.at = 0;
      this.rounds += 1;
      if (this.inside && this.rounds >= (this.mode === 'two' ? 1 : ROUNDS)) {
        this.inside = null;
        this.rounds = 0;
        this.at = this.from - 1;
        this.move();
        return;
      }
    }
    this.frame(steps[this.at]);
  }

  frame(step) {
    this.unframe();
    const things = Array.isArray(step) ? step : [step];
    things.forEach(thing => thing.classList.add('framed'));
    things[0].scrollIntoView({ block: 'nearest' });
    if (things.length === 1) things[0].focus({ preventScroll: true });
    this.tell(things);
  }

  unframe() {
    document.querySelectorAll('.framed').forEach(thing => thing.classList.remove('framed'));
  }

  /** Takes what is in the frame: goes into a group, or presses the one thing. */
  take() {
    const steps = this.inside ?? this.outer();
    const step = steps[this.at];
    if (step === undefined) return;
    const things = Array.isArray(step) ? step : [step];
    if (things.length > 1) {
      this.from = this.at;
      this.inside = things;
      this.at = -1;
      this.rounds = 0;
      if (this.mode === 'one') {
        clearInterval(this.timer);
        this.timer = setInterval(() => this.move(), this.pace * 1000);
      }
      this.move();
      return;
    }
    const [thing] = things;
    thing.click();
    // A press that changed the page began anew by itself; one that did not goes on from the outside.
    if (thing.isConnected && thing.classList.contains('framed')) this.refresh();
  }

  key(event) {
    if (this.mode === 'off') return;
    const takes = this.mode === 'one' ? TAKE.has(event.key) : event.key === 'Enter';
    const moves = this.mode === 'two' && MOVE.has(event.key);
    if (!takes && !moves) return;
    event.preventDefault();
    event.stopPropagation();
    const now = performance.now();
    if (event.repeat || now - this.lastPress < TREMOR_MS) return;
    this.lastPress = now;
    document.dispatchEvent(new Event('touched'));
    if (takes) this.take();
    else this.move();
  }
}
