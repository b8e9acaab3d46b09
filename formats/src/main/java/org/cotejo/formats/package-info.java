@NullMarked
package org.cotejo.formats;

import org.jspecify.annotations.NullMarked;
