/**
 * The public log's formats (C2SP signed-note, tlog-checkpoint, tlog-cosignature, tlog-tiles, tlog-proof, tlog-policy): notes
 * and their signatures, checkpoints, tiles, proofs, policies and the evidence of a fork (docs/formats/log.md). (values)
 *
 * <p>Read first: {@link org.cotejo.tlog.SignedCheckpoint}, {@link org.cotejo.tlog.TileReader},
 * {@link org.cotejo.tlog.Policy}. This room never looks into an entry, knows no elections, no disk, no network and no clock.
 */
@NullMarked
package org.cotejo.tlog;

import org.jspecify.annotations.NullMarked;
