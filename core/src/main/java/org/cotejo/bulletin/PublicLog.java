package org.cotejo.bulletin;

import org.cotejo.crypto.Ed25519Key;
import org.cotejo.definition.CustodianId;
import org.jspecify.annotations.Nullable;

/**
 * The log that sequences the entries of a folder.
 *
 * @param origin the log's name, without a scheme
 * @param key with which its heads are signed
 * @param custodian whose log it is, null for nobody whom the definition knows
 */
public record PublicLog(
        LogOrigin origin, Ed25519Key key, @Nullable CustodianId custodian) {}
