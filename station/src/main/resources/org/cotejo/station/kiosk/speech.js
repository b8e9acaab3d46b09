// The page read aloud by a voice that is installed on this machine. A voice that works over a network is never used.

const RATES = [0.6, 0.8, 1, 1.25, 1.5, 2];
const VOLUMES = [0.25, 0.5, 0.75, 1];

/** The voice for a language among those of a browser: on this machine, of that language, the default one first; or null. */
export function voiceFor(language, voices) {
  const fit = voices.filter(voice => voice.localService && voice.lang.replace('_', '-').toLowerCase().split('-')[0] === language);
  return fit.find(voice => voice.default) ?? fit[0] ?? null;
}

export class Speech {
  constructor() {
    this.engine = window.speechSynthesis ?? null;
    this.reset();
  }

  reset() {
    this.engine?.cancel();
    this.isOn = false;
    this.rate = 2;
    this.volume = 3;
    this.last = '';
  }

  voice() {
    return this.engine === null ? null : voiceFor(document.documentElement.lang, this.engine.getVoices());
  }

  turn(on) {
    this.isOn = on && this.voice() !== null;
    if (!this.isOn) this.engine?.cancel();
  }

  faster(by) {
    this.rate = Math.min(RATES.length - 1, Math.max(0, this.rate + by));
  }

  louder(by) {
    this.volume = Math.min(VOLUMES.length - 1, Math.max(0, this.volume + by));
  }

  /** Says it now; what was being said stops. */
  say(text) {
    this.last = text;
    this.engine?.cancel();
    this.add(text);
  }

  /** Says it after what is being said. */
  add(text) {
    const voice = this.isOn ? this.voice() : null;
    if (voice === null || text === '') return;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = RATES[this.rate];
    utterance.volume = VOLUMES[this.volume];
    this.engine.speak(utterance);
  }

  again() {
    this.say(this.last);
  }
}

/** What stands on an element, as it is to be heard. */
export function heard(element) {
  const label = element.getAttribute('aria-label') ?? element.textContent;
  return label.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();
}
