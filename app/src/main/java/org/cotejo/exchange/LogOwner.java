package org.cotejo.exchange;

import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.bulletin.PublicLog;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Whose log a publication is, as the body is called in this folder.
 *
 * @param body null if nobody said
 * @param isClaimed whether the log alone says so, and not the user
 */
record LogOwner(@Nullable CustodianId body, boolean isClaimed) {
    /** What the user says, else what the log says of itself; refuses a body that nobody here knows. */
    static LogOwner of(ElectionDefinition ours, ProvenLog log, TakeWishes wishes) {
        CustodianId said = wishes.whose();
        if (said == null) {
            return new LogOwner(claimed(log, wishes), true);
        }
        boolean isNew = wishes.custodians().values().stream()
                .anyMatch(pair -> pair.custodian().equals(said));
        if (!isNew && ours.custodian(said).isEmpty()) {
            throw new RefusedException(ExchangeProblem.CHOICE.at(
                    "--whose",
                    said,
                    "--whose",
                    ours.custodians().stream().map(Custodian::id).toList()));
        }
        return new LogOwner(said, false);
    }

    private static @Nullable CustodianId claimed(ProvenLog log, TakeWishes wishes) {
        CustodianId itself = log.frame()
                .log()
                .filter(own ->
                        own.origin().value().equals(log.head().checkpoint().origin()))
                .map(PublicLog::custodian)
                .orElse(null);
        return itself == null
                ? null
                : wishes.of(itself).map(TakeWishes.Ours::custodian).orElse(itself);
    }

    /** Says whose log it was taken to be, and who says so. */
    Sentence sentence() {
        if (body == null) {
            return new Sentence(
                    "Taken as nobody's log: neither it nor --whose says whose it is.",
                    "Se tomó como registro de nadie: ni él ni --whose dicen de quién es.");
        }
        Sentence said = isClaimed
                ? new Sentence(
                        "Taken as the log of {0}: it says so itself, and nothing of {0} came here otherwise.",
                        "Se tomó como registro de {0}: él mismo lo dice, y nada de {0} llegó aquí de otro modo.")
                : new Sentence(
                        "Taken as the log of {0}, as --whose says.",
                        "Se tomó como registro de {0}, como dice --whose.");
        return said.with(body);
    }
}
