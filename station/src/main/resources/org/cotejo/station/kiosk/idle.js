// Time: a warning, more time for the asking, and nothing lost. What happens to a voter who does not answer is the officer's to say.

export class Idle {
  /** Seconds until the warning and from there until the screen is covered; `on` has warn(secondsLeft), calm(), away() and back(). */
  constructor(on) {
    this.on = on;
    this.state = 'off';
    this.timer = null;
  }

  start(quiet, warning) {
    this.quiet = quiet;
    this.warning = warning;
    this.state = 'quiet';
    this.arm();
  }

  stop() {
    clearInterval(this.timer);
    if (this.state === 'warned') this.on.calm();
    if (this.state === 'away') this.on.back();
    this.state = 'off';
  }

  /** Something was touched or pressed. */
  touch() {
    if (this.state === 'quiet') this.last = performance.now();
  }

  /** The voter, or the officer for the voter, wants to go on. */
  goOn() {
    if (this.state === 'warned') this.on.calm();
    if (this.state === 'away') this.on.back();
    if (this.state !== 'off') {
      this.state = 'quiet';
      this.arm();
    }
  }

  arm() {
    clearInterval(this.timer);
    this.last = performance.now();
    this.timer = setInterval(() => this.look(), 250);
  }

  look() {
    const silent = (performance.now() - this.last) / 1000;
    if (this.state === 'quiet' && silent >= this.quiet) this.state = 'warned';
    if (this.state === 'warned') {
      const left = Math.ceil(this.quiet + this.warning - silent);
      if (left > 0) this.on.warn(left);
      else this.leave();
    }
  }

  leave() {
    clearInterval(this.timer);
    this.on.calm();
    this.state = 'away';
    this.on.away();
  }
}
