/**
 * An election on disk: append-only entries in segments, blobs by hash, and a private part that is never published. An import
 * is all or nothing, one program writes at a time, and a damaged or newer folder is refused.
 *
 * <p>Read first: {@link org.cotejo.folder.ElectionFolder}, {@link org.cotejo.folder.FolderWriter},
 * {@link org.cotejo.folder.Delivery}. This room never changes a byte that was committed.
 */
@NullMarked
package org.cotejo.folder;

import org.jspecify.annotations.NullMarked;
