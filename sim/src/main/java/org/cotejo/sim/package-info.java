@NullMarked
package org.cotejo.sim;

import org.jspecify.annotations.NullMarked;
