/** Published test vectors, for the tests of several rooms. */
@NullMarked
package org.cotejo.vectors;

import org.jspecify.annotations.NullMarked;
