package org.cotejo.audit.evidence;

import org.cotejo.audit.boxes.AuditEvent;
import org.cotejo.base.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A verdict with what it rests on.
 *
 * @param event what the figures say to the state, or null
 */
record EvidenceAnswer(
        EvidenceVerdict verdict, Sentence why, @Nullable AuditEvent event) {
    static EvidenceAnswer of(EvidenceVerdict verdict, Sentence why) {
        return new EvidenceAnswer(verdict, why, null);
    }
}
