/**
 * How the bounds closed while results came in: after each station, who led and whether the stations still out could change
 * that (values).
 *
 * <p>Read first: {@link org.cotejo.audit.night.BoundsOverTime}, {@link org.cotejo.audit.night.Moment},
 * {@link org.cotejo.audit.night.BoundsChart}. This room never estimates and never projects: until it is decided, it is open.
 */
@NullMarked
package org.cotejo.audit.night;

import org.jspecify.annotations.NullMarked;
