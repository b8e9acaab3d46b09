package org.cotejo.station.desk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.base.Check;
import org.cotejo.definition.BallotOption;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.sheet.CountCertificate;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.box.Choice;
import org.cotejo.station.day.Document;
import org.cotejo.station.day.MachineIdentity;
import org.cotejo.station.day.SoftwareHash;
import org.cotejo.station.day.StationDefinition;
import org.cotejo.station.paper.BoxCertificate;
import org.cotejo.station.paper.Copy;
import org.cotejo.station.paper.OpeningReport;
import org.cotejo.station.paper.Receipt;
import org.cotejo.station.paper.ReceiptCode;
import org.cotejo.station.paper.Signatory;
import org.cotejo.station.paper.StationHead;
import org.cotejo.station.paper.TallySheet;
import org.cotejo.station.paper.VoidSlip;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/** What a machine prints, as documents of paper: a receipt is one strip, a copy of the sheets one for each contest. */
final class Papering {
    /** So that a sheet stays one that can be handed about; all others sign on its back. */
    private static final int WITNESSES_MOST = 40;

    private final MachineIdentity identity;
    private final SoftwareHash software;
    private final boolean isRehearsal;

    Papering(MachineIdentity identity, SoftwareHash software) {
        this.identity = identity;
        this.software = software;
        this.isRehearsal = identity.key().algorithm() == KeyAlgorithm.ED25519_DEMO;
    }

    /** The strips of a document, in the order in which they come out. */
    List<org.cotejo.station.paper.Document> strips(Document document) {
        return switch (document) {
            case Document.OfVoter(org.cotejo.station.day.Receipt receipt) -> List.of(receipt(receipt));
            case Document.OfStation report -> reports(report);
            case Document.OfBoxCount count -> certificates(count);
        };
    }

    private Receipt receipt(org.cotejo.station.day.Receipt receipt) {
        return new Receipt(
                new StationHead(receipt.election(), receipt.station(), List.of(), isRehearsal),
                receipt.lines().stream()
                        .map(line -> new Receipt.Choice(
                                line.contest().title(), List.of(chosen(line.contest(), line.choice()))))
                        .toList(),
                new ReceiptCode(receipt.code()));
    }

    private static Receipt.Chosen chosen(Contest contest, Choice choice) {
        return switch (choice) {
            case Choice.Blank() -> new Receipt.Chosen.Blank();
            case Choice.WrittenIn(int position, String name) -> new Receipt.Chosen.WrittenIn(position, name);
            case Choice.Picked(int position)
            when contest.options().isEmpty() ->
                new Receipt.Chosen.Position(
                        position, contest.candidates().get(position - 1).name(), null);
            case Choice.Picked(int position) -> {
                BallotOption option = contest.options().get(position - 1);
                String candidate = contest.candidates()
                        .get(contest.indexOf(option.candidate()))
                        .name();
                yield new Receipt.Chosen.Position(position, candidate, option.party());
            }
        };
    }

    private List<org.cotejo.station.paper.Document> reports(Document.OfStation report) {
        // A copy that was asked for after closing has a number above those that were ordered.
        Copy copy = new Copy(report.copy(), Math.max(report.copy(), report.copies()), report.printing());
        StationHead head = head(report.setup());
        List<org.cotejo.station.paper.Document> strips = new ArrayList<>();
        for (SignedSheet sheet : report.sheets()) {
            Contest contest = contest(report.setup(), sheet.sheet().contest());
            List<Signatory> signatories = signatories(contest);
            strips.add(
                    sheet.sheet().paper() == Sheet.Paper.OPENING
                            ? new OpeningReport(head, contest, sheet, software.spoken(), copy, signatories)
                            : new TallySheet(
                                    head,
                                    contest,
                                    sheet,
                                    software.spoken(),
                                    new TallySheet.Receipts(
                                            report.figures().receipts(),
                                            report.figures().spoiled()),
                                    copy,
                                    signatories));
        }
        return strips;
    }

    private List<org.cotejo.station.paper.Document> certificates(Document.OfBoxCount count) {
        List<org.cotejo.station.paper.Document> strips = new ArrayList<>();
        for (int i = 0; i < count.sheets().size(); i++) {
            SignedSheet sheet = count.sheets().get(i);
            Contest contest = contest(count.setup(), sheet.sheet().contest());
            CountCertificate signed = count.check().certificates().get(i);
            BoxCertificate.Hand hand = hand(signed, sheet.sheet());
            // The machine certifies nothing before both tellers counted the same.
            strips.add(new BoxCertificate(
                    head(count.setup()),
                    contest,
                    sheet,
                    hand,
                    hand,
                    signed,
                    Copy.of(count.copy(), count.copies()),
                    signatories(contest)));
        }
        return strips;
    }

    private static BoxCertificate.Hand hand(CountCertificate counted, Sheet beside) {
        Map<Figure.Count, Integer> others = new EnumMap<>(Figure.Count.class);
        others.put(Figure.Count.NULL, counted.unreadable());
        others.put(Figure.Count.BLANK, counted.blank());
        others.put(Figure.Count.BALLOTS, Math.toIntExact(counted.receipts()));
        others.keySet().retainAll(beside.counts().keySet());
        return new BoxCertificate.Hand(counted.votes(), others);
    }

    private StationHead head(StationDefinition setup) {
        return new StationHead(setup.election().title(), setup.station(), setup.places(), isRehearsal);
    }

    private static Contest contest(StationDefinition setup, ContestId id) {
        return setup.election().contest(id).orElseThrow();
    }

    /** The officers of the station, and a witness of each party on the ballot. */
    private static List<Signatory> signatories(Contest contest) {
        List<Signatory> boxes = new ArrayList<>(List.of(
                Signatory.of(Signatory.Role.PRESIDING_OFFICER, 1),
                Signatory.of(Signatory.Role.SECRETARY, 1),
                Signatory.of(Signatory.Role.MEMBER, 1)));
        Set<String> parties = new LinkedHashSet<>();
        // The position at which a name is written is nobody's: it sends no witness.
        contest.options().stream()
                .filter(option -> !option.candidate().equals(contest.writeIn()))
                .forEach(option -> parties.add(option.party()));
        int number = 0;
        for (String party : parties) {
            if (number < WITNESSES_MOST) {
                boxes.add(Signatory.witness(++number, party));
            }
        }
        return boxes;
    }

    /**
     * The slip that is fastened to a strip which does not count.
     *
     * @param printingsBefore 0 for this printing of the strip, 1 for the one before
     */
    VoidSlip slip(org.cotejo.station.paper.Document strip, VoidSlip.Reason reason, int printingsBefore) {
        @Nullable
        ContestId contest = switch (strip) {
            case OpeningReport report -> report.contest().id();
            case TallySheet sheet -> sheet.contest().id();
            case BoxCertificate certificate -> certificate.contest().id();
            case Receipt _ -> null;
            default -> throw new IllegalStateException("the day prints no " + strip.kind());
        };
        @Nullable
        Copy copy = strip.copyOf()
                .map(of -> new Copy(of.number(), of.of(), of.printing() - printingsBefore))
                .orElse(null);
        Check.that(contest == null || copy != null, "%s without a copy", strip.kind());
        return new VoidSlip(strip.head(), identity.key().machine(), strip.kind(), contest, copy, reason);
    }
}
