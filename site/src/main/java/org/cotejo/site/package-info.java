@NullMarked
package org.cotejo.site;

import org.jspecify.annotations.NullMarked;
