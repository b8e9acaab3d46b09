/**
 * The keys of logs on paper: their fingerprints for the ceremony, and their backup in shares of which so many restore them (docs/keys.md,
 * docs/formats/succession.md). (values)
 *
 * <p>Read first: {@link org.cotejo.node.keys.KeyBackup}, {@link org.cotejo.node.keys.KeyShare}, {@link org.cotejo.node.keys.KeySheet}. This
 * room touches no disk, sends nothing anywhere and makes up no cryptography: the secret is split by Bouncy Castle and sealed by the platform.
 */
@NullMarked
package org.cotejo.node.keys;

import org.jspecify.annotations.NullMarked;
