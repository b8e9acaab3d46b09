/**
 * Copies against copies against announcements: for each contest and station one of eight states, with the findings and the
 * evidence it rests on; totals bottom-up.
 *
 * <p>Read first: {@code Reconciler}, {@link org.cotejo.reconcile.ContestResult},
 * {@link org.cotejo.reconcile.StationState}. This room never lets a majority of copies decide, and never lets the order of
 * entries decide but between versions of one custodian.
 */
@NullMarked
package org.cotejo.reconcile;

import org.jspecify.annotations.NullMarked;
