@NullMarked
package org.cotejo.app;

import org.jspecify.annotations.NullMarked;
