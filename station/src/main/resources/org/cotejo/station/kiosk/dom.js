// Elements, made without markup in strings: a name on a ballot can never become a tag.

const SVG = 'http://www.w3.org/2000/svg';

/** An element with properties, attributes (names with a hyphen, role, for, colspan), `on...` handlers and children. */
export function el(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (name === 'class') made.className = value;
    else if (name in made && !name.includes('-')) made[name] = value;
    else made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

/** A button that does something once it is let go of. */
export function button(given, ...children) {
  return el('button', { type: 'button', ...given }, ...children);
}

const PATHS = {
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6L6 18',
  globe: 'M12 3a9 9 0 100 18 9 9 0 000-18M3 12h18M12 3c3 3 3.6 6 3.6 9s-.6 6-3.6 9c-3-3-3.6-6-3.6-9s.6-6 3.6-9',
  text: 'M3 19l5-13 5 13M4.8 15h6.4M14 19l3.5-8 3.5 8M15.2 16.5h4.6',
  contrast: 'M12 3a9 9 0 100 18 9 9 0 000-18M12 3v18M12 7h5.5M12 11h8.5M12 15h8M12 19h4.5',
  sound: 'M4 9.5v5h3.5l5 4v-13l-5 4zM16 9a4 4 0 010 6M18.5 6.5a8 8 0 010 11',
  silent: 'M4 9.5v5h3.5l5 4v-13l-5 4zM16.5 9.5l5 5M21.5 9.5l-5 5',
  switch: 'M4 17h16v3H4zM8 17v-4a4 4 0 018 0v4M12 3v3',
  repeat: 'M5 12a7 7 0 0112-5l2 2M19 4v5h-5M19 12a7 7 0 01-12 5l-2-2M5 20v-5h5',
  warn: 'M12 4L2.5 20h19zM12 10v5M12 17.2v.6',
  paper: 'M6 3h12v18l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5L6 21zM9 8h6M9 12h6',
  box: 'M4 10h16v10H4zM8 10V4h8v6M9 14h6',
  person: 'M12 4a3.5 3.5 0 100 7 3.5 3.5 0 000-7M5 20c.5-4.500 3.500-6.500 7-6.500s6.500 2 7 6.500',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 017 0v3',
};

/** A picture that says nothing that the words beside it do not say. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon ${name}`);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

/** Replaces what an element holds. */
export function fill(where, ...children) {
  where.replaceChildren(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
}
