/**
 * Says what a publication proves, from its bytes alone: the log's tree and signatures, every file, and everything that pages and
 * data say, made again from the entries.
 *
 * <p>Read first: {@link org.cotejo.verify.Verifier}, {@link org.cotejo.verify.Verification},
 * {@link org.cotejo.verify.PublicationProblem}. This room holds no key, opens no file and no socket: it asks
 * {@link org.cotejo.verify.SiteFiles}. What it could not check it never calls fine.
 */
@NullMarked
package org.cotejo.verify;

import org.jspecify.annotations.NullMarked;
