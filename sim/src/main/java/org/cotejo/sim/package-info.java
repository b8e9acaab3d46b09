/**
 * A simulated country and its liars, from a seed: an invented election of any size, written into an election folder, with a
 * record of what really happened and of each lie, so that a test can ask whether it is found.
 *
 * <p>Read first: {@link org.cotejo.sim.Simulation}, {@link org.cotejo.sim.CountryPlan}, {@link org.cotejo.sim.Lie}. This room
 * never compares two copies and never uses a real name; nothing in it depends on a clock.
 */
@NullMarked
package org.cotejo.sim;

import org.jspecify.annotations.NullMarked;
