package org.cotejo.audit.boxes;

import java.util.Optional;
import org.cotejo.crypto.Hash;

/** The files that entries name by their hash, wherever they lie. */
@FunctionalInterface
public interface AuditFiles {
    /** Where there are none. */
    AuditFiles NONE = _ -> Optional.empty();

    /** The bytes with this hash, and no others; empty if they are not there. */
    Optional<byte[]> find(Hash hash);
}
