/**
 * Photos of tally sheets in graded hardness, made from a seed with a known truth, and how many of them Cotejo and others read.
 *
 * <p>Read first: {@link org.cotejo.bench.photos.PhotoMaker}, {@link org.cotejo.bench.photos.PhotoBench}. This room never tells the
 * reader what it drew; nothing depends on it.
 */
@NullMarked
package org.cotejo.bench.photos;

import org.jspecify.annotations.NullMarked;
