package org.cotejo.station.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cotejo.base.Problem;
import org.cotejo.station.day.Document;
import org.cotejo.station.day.MachineIdentity;
import org.cotejo.station.day.PrintOutcome;
import org.cotejo.station.day.Printing;
import org.cotejo.station.day.Receipt;
import org.cotejo.station.day.SoftwareHash;
import org.cotejo.station.paper.Drawing;
import org.cotejo.station.paper.VoidSlip;
import org.cotejo.station.printer.PrintOutcome.Failed;
import org.cotejo.station.printer.PrintOutcome.OnPaper;
import org.cotejo.station.printer.Printer;
import org.cotejo.station.words.Language;

/**
 * Prints what a machine prints on a printer of paper. A copy of the sheets is a strip for each contest and came out when all of them did;
 * else it is void as a whole. In front of whatever comes next, a void slip comes out for each strip that may lie there and does not
 * count. Used by one thread at a time, as the machine does.
 */
public final class PaperPrinting implements Printing {
    private final Drawing letters = Drawing.load();
    private final Printer printer;
    private final Language language;
    private final Papering papering;
    private final Consumer<Problem> told;
    private final List<VoidSlip> due = new ArrayList<>();
    private Last last = Last.UNKNOWN;

    /** What this process knows of the paper before. */
    private enum Last {
        /** It was another process that printed it, if anybody did. */
        UNKNOWN,
        WHOLE,
        FAILED
    }

    /**
     * Paper of one machine.
     *
     * @param language of the paper
     * @param software hash of the running program, which stands on reports and sheets
     * @param told what the printer was at when a paper that is no receipt did not come out; of a receipt nobody is told more than the
     *     machine is, since the bytes of it are as many as the names on it are long
     */
    public PaperPrinting(
            Printer printer,
            Language language,
            MachineIdentity identity,
            SoftwareHash software,
            Consumer<Problem> told) {
        this.printer = printer;
        this.language = language;
        this.papering = new Papering(identity, software);
        this.told = told;
    }

    @Override
    public boolean canPrint(String text) {
        return letters.undrawable(text).isEmpty();
    }

    @Override
    public PrintOutcome print(Document document) {
        List<org.cotejo.station.paper.Document> strips = papering.strips(document);
        remember(document, strips);
        last = Last.FAILED;
        boolean isReceipt = document instanceof Document.OfVoter;
        while (!due.isEmpty()) {
            if (printer.print(due.getFirst(), language) instanceof Failed failed) {
                tell(isReceipt, failed);
                return new PrintOutcome.Failed(Voids.reason(failed.state(), OnPaper.NOTHING));
            }
            due.removeFirst();
        }
        for (int i = 0; i < strips.size(); i++) {
            if (printer.print(strips.get(i), language) instanceof Failed failed) {
                int lying = failed.onPaper() == OnPaper.NOTHING ? i : i + 1;
                slips(strips.subList(0, lying), Voids.onSlip(failed.state()), 0);
                tell(isReceipt, failed);
                OnPaper all = failed.onPaper() == OnPaper.NOTHING && i > 0 ? OnPaper.PART : failed.onPaper();
                return new PrintOutcome.Failed(Voids.reason(failed.state(), all));
            }
        }
        last = Last.WHOLE;
        return new PrintOutcome.Printed();
    }

    /** A paper that is printed again makes the strip before void, also where no failure of this process told of it. */
    private void remember(Document document, List<org.cotejo.station.paper.Document> strips) {
        int printing = switch (document) {
            case Document.OfVoter(Receipt receipt) -> receipt.printing();
            case Document.OfStation report -> report.printing();
            case Document.OfBoxCount _ -> 1;
        };
        if (printing > 1 && last == Last.UNKNOWN) {
            slips(strips, VoidSlip.Reason.RESTARTED, 1);
        } else if (printing > 1 && last == Last.WHOLE) {
            slips(strips, VoidSlip.Reason.UNREADABLE, 1);
        }
    }

    private void slips(List<org.cotejo.station.paper.Document> strips, VoidSlip.Reason reason, int printingsBefore) {
        strips.forEach(strip -> due.add(papering.slip(strip, reason, printingsBefore)));
    }

    private void tell(boolean isReceipt, Failed failed) {
        if (!isReceipt) {
            told.accept(failed.problem());
        }
    }
}
