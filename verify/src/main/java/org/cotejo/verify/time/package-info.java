/**
 * The second clock: timestamps that others gave for a head of a log, RFC 3161 tokens and OpenTimestamps proofs, read and judged from
 * their bytes alone (docs/formats/publication.md, section 6).
 *
 * <p>Read first: {@link org.cotejo.verify.time.Timestamp}, {@link org.cotejo.verify.time.TimeVerdict}, {@link
 * org.cotejo.verify.time.TimeTrust}. This room asks nobody for a time and opens no socket; it believes no authority that was not
 * pinned and no block header that was not given. It is the only room that knows certificates; it neither hashes the log nor
 * verifies the log's signatures.
 */
@NullMarked
package org.cotejo.verify.time;

import org.jspecify.annotations.NullMarked;
