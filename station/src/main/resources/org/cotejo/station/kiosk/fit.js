// How many equal cells fit on a page. Every cell is as tall as the tallest of its whole list: no name gets more room than another.

import { pages } from './ballot.js';

const NARROWEST_REM = 17;
const STRETCH = 1.4;

function rem() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}

function tallest(space, cells, width) {
  const probe = document.createElement('div');
  probe.className = 'probe';
  probe.style.inlineSize = `${width}px`;
  probe.append(...cells);
  space.append(probe);
  const height = Math.max(...cells.map(cell => cell.getBoundingClientRect().height));
  probe.remove();
  return Math.ceil(height);
}

/**
 * The layout of a list in a space: columns, rows, height of a cell, how many cells a page, how many pages. `extra` cells of the same
 * height stand under them on every page, and `beside` is the height that pages take to be turned, if there are any.
 */
export function layout(space, cells, extra, beside, columnsMost = 4) {
  const gap = 0.5 * rem();
  const width = space.clientWidth;
  const most = Math.max(1, Math.min(columnsMost, Math.floor((width + gap) / (NARROWEST_REM * rem()))));
  let found = null;
  for (let columns = 1; columns <= most; columns++) {
    const height = tallest(space, cells, (width - gap * (columns - 1)) / columns);
    const rowsIn = room => Math.max(1, Math.floor((room + gap) / (height + gap)) - extra);
    if (rowsIn(space.clientHeight) * columns >= cells.length) {
      found = { columns, height, fits: cells.length, room: space.clientHeight };
      break;
    }
    const room = space.clientHeight - beside;
    found = { columns, height, fits: rowsIn(room) * columns, room };
  }
  const { count, each } = pages(cells.length, found.fits);
  const rows = Math.ceil(each / found.columns);
  const share = Math.floor((found.room + gap) / (rows + extra) - gap);
  const height = Math.max(found.height, Math.min(share, Math.round(found.height * STRETCH)));
  return { columns: found.columns, rows, height, each, count };
}
