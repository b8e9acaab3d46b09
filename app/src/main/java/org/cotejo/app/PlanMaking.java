package org.cotejo.app;

import java.util.List;
import java.util.Objects;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.boxes.JudgedAudit;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.AuditClaim;
import org.cotejo.custody.Commitment;
import org.cotejo.definition.ContestId;
import org.cotejo.dossier.Frame;
import org.cotejo.reconcile.ContestResult;

/** What making a plan has in common in audits of all kinds. */
final class PlanMaking {
    private PlanMaking() {}

    /** The three files that a plan commits to, and what the first two are called. */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    record Files(Sentence claimed, byte[] results, Sentence bounded, byte[] manifest, byte[] plan) {
        /** Commits to all three and says their hashes. */
        void commit(AuditChange change, Console console) {
            change.add(Commitment.Kind.STATION_RESULTS, results);
            change.add(Commitment.Kind.BALLOT_MANIFEST, manifest);
            change.add(Commitment.Kind.PLAN, plan);
            change.commit();
            console.print(claimed.with(Sha256.of(results)));
            console.print(bounded.with(Sha256.of(manifest)));
            console.print(new Sentence("  plan     {0}", "  plan        {0}").with(Sha256.of(plan)));
        }
    }

    /** Whose claim is audited: that of the published sheets, or of who announced. */
    static AuditClaim claim(ContestResult result, boolean isSheets) {
        return isSheets
                ? new AuditClaim.Sheets()
                : new AuditClaim.Announced(Objects.requireNonNull(result.announcer()));
    }

    /** Refuses an audit while another of the same claim has its seed and no answer: its draw can't be thrown away. */
    static void refuseUnsettled(List<? extends JudgedAudit> audits, String id, ContestId contest, AuditClaim claim) {
        for (JudgedAudit other : audits) {
            if (!other.id().equals(id) && other.isOfSameClaim(contest, claim) && other.isOpen()) {
                throw AuditProblem.UNSETTLED.of("--audit", other.id());
            }
        }
    }

    /** Says which audit of its claim one is, where it is not the first. */
    static void earlier(
            Console console, List<? extends JudgedAudit> all, String id, ContestId contest, AuditClaim claim) {
        List<String> before = all.stream()
                .<JudgedAudit>map(audit -> audit)
                .takeWhile(other -> !other.id().equals(id))
                .filter(other -> other.isOfSameClaim(contest, claim))
                .map(JudgedAudit::id)
                .toList();
        if (!before.isEmpty()) {
            console.print(new Sentence(
                            "Audit {0} of this claim; before it: {1}", "Auditoría {0} de esta afirmación; antes: {1}")
                    .with(before.size() + 1, String.join(", ", before)));
        }
    }

    /** Says why there is nothing to audit. */
    static void notAuditable(Console console, Sentence reason) {
        Sentence why = reason.capitalised();
        console.print(new Sentence("NOT AUDITABLE. {0}.", "NO AUDITABLE. {1}.").with(why.en(), why.es()));
    }

    /** A line that begins with NOTE. */
    static void note(Console console, Sentence note) {
        console.print(new Sentence("  NOTE: {0}.", "  AVISO: {1}.").with(note.en(), note.es()));
    }

    /** Says what comes after the plan. */
    static void next(Console console, Frame frame) {
        console.print(
                frame.log().isPresent()
                        ? new Sentence(
                                "Now publish ('cotejo publish'), and only then throw the seed.",
                                "Ahora publique ('cotejo publish'), y sólo después eche la semilla.")
                        : new Sentence(
                                "This folder has no public log: publish it ('cotejo publish') before the seed is"
                                        + " thrown, or nobody else can know that the plan came first.",
                                "Esta carpeta no tiene registro público: publíquela ('cotejo publish') antes de echar"
                                        + " la semilla, o nadie más podrá saber que el plan vino primero."));
    }
}
