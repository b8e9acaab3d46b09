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
  probe.style.inlineSize = `${Math.floor(width)}px`;
  probe.append(...cells);
  space.append(probe);
  const height = Math.max(...cells.map(cell => cell.getBoundingClientRect().height));
  probe.remove();
  return Math.ceil(height);
}

/**
 * The layout of a list in a space that makes the fewest pages: columns, rows, height of a cell, how many cells a page, how many
 * pages, and whether the `turner`, with which pages are turned, fits beside the cells that stand `after` the list on every page.
 */
export function layout(space, cells, after, turner, columnsMost = 4) {
  const extra = after.length;
  const gap = 0.5 * rem();
  const width = space.clientWidth;
  const most = Math.max(1, Math.min(columnsMost, Math.floor((width + gap) / (NARROWEST_REM * rem()))));
  const turnerBelow = tallest(space, [turner], width) + gap;
  let found = null;
  for (let columns = 1; columns <= most; columns++) {
    const column = (width - gap * (columns - 1)) / columns;
    const height = tallest(space, [...cells, ...after], column);
    const isBeside = columns > 1 && extra > 0 && fitsIn(space, turner, width - column - gap, height);
    const rowsIn = room => Math.max(1, Math.floor((room + gap) / (height + gap)) - extra);
    const isAll = rowsIn(space.clientHeight) * columns >= cells.length;
    const room = isAll || isBeside ? space.clientHeight : space.clientHeight - turnerBelow;
    const fits = isAll ? cells.length : rowsIn(room) * columns;
    if (found === null || fits > found.fits) found = { columns, height, fits, room, isBeside };
    if (isAll) break;
  }
  const { count, each } = pages(cells.length, found.fits);
  const rows = Math.ceil(each / found.columns);
  const share = Math.floor((found.room + gap) / (rows + extra) - gap);
  const height = Math.max(found.height, Math.min(share, Math.round(found.height * STRETCH)));
  return { columns: found.columns, rows, height, each, count, isBeside: found.isBeside };
}

/** Whether something can stand in a room of this size without anything running out of it. */
function fitsIn(space, thing, width, height) {
  const probe = document.createElement('div');
  probe.className = 'probe';
  probe.style.inlineSize = `${Math.floor(width)}px`;
  probe.append(thing);
  space.append(probe);
  const fits = thing.scrollWidth <= Math.ceil(width) && thing.getBoundingClientRect().height <= height;
  probe.remove();
  return fits;
}
