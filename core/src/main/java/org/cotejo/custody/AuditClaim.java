package org.cotejo.custody;

import org.cotejo.base.Sentence;
import org.cotejo.definition.CustodianId;

/** Whose figures an audit holds the boxes against. */
public sealed interface AuditClaim {
    /** The station results that a body announced. */
    record Announced(CustodianId announcer) implements AuditClaim {}

    /** The sheets that were published, as they were reconciled: a claim of its own, not the authority's. */
    record Sheets() implements AuditClaim {}

    /** In words, for people. */
    default Sentence sentence() {
        return switch (this) {
            case Announced(CustodianId announcer) ->
                new Sentence("the station results announced by {0}", "los resultados por mesa anunciados por {0}")
                        .with(announcer.value());
            case Sheets() ->
                new Sentence(
                        "the published tally sheets, as a claim of their own",
                        "las actas publicadas, como afirmación propia");
        };
    }
}
