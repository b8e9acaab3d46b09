/**
 * Watches all known mirrors of a publication side by side, and what people are given to find one: pages in both languages, and a poster. (values)
 *
 * <p>Read first: {@link org.cotejo.node.monitor.MirrorWatch}, {@link org.cotejo.node.monitor.WatchPage},
 * {@link org.cotejo.node.monitor.Poster}. This room serves nothing and believes no head that the pinned policy does not name.
 */
@NullMarked
package org.cotejo.node.monitor;

import org.jspecify.annotations.NullMarked;
