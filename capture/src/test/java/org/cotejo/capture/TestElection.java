package org.cotejo.capture;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.cotejo.capture.checker.Known;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.Side;
import org.cotejo.definition.SideId;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.formats.venezuela.QrText;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SheetHours;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.sheet.StationKey;
import org.cotejo.tally.Figure;

/** An election of two stations with keys, in which the contest of Venezuela 2024 is one of two. */
public final class TestElection {
    public static final String STATION = "010111043.01";
    public static final String OTHER_STATION = "010111043.02";
    /** Has no key. */
    public static final String KEYLESS = "010111043.03";

    public static final int REGISTERED = 559;
    public static final String ID = "VE-2030";

    /** The text of a sheet of the station, whose votes add up to 345. */
    public static final String VENEZUELA =
            "010111043.01.1.0001!112,5,4,1,9,1,1,0,2,2,0,0,15,3,1,0,1,1,0,1,0,0,0,0,0,0,0,0,0,1,0,0,0,8,10,160,1,6!0!0";

    private TestElection() {}

    private static Ed25519Secret secret(String station) {
        return Ed25519Secret.ofSeed(Sha256.of(("machine of " + station).getBytes(StandardCharsets.UTF_8))
                .bytes());
    }

    public static Frame frame() {
        Frame frame = new Frame();
        SideId side = new SideId("opposition");
        CustodianId custodian = new CustodianId("party-a");
        frame.apply(new Entry.DefinitionStated(new ElectionDefinition(
                ID,
                "An election",
                ElectionDefinition.Origin.IMPORTED,
                List.of(),
                List.of(
                        new Contest(
                                new ContestId("MAYOR"),
                                "Mayor",
                                List.of(
                                        new Candidate(new CandidateId("A"), "Ana"),
                                        new Candidate(new CandidateId("B"), "Berta"),
                                        new Candidate(new CandidateId("C"), "Carla")),
                                List.of()),
                        QrText.contest()),
                List.of(new Side(side, "Opposition")),
                List.of(new Custodian(custodian, side, "Party A")),
                null,
                null,
                null)));
        SourceId source = new SourceId(custodian, 1);
        frame.apply(new Entry.SourceOpened(new Source(
                source,
                Source.Kind.REGISTER,
                null,
                Provenance.OFFICIAL,
                List.of(),
                null,
                false,
                Sha256.of(new byte[0]))));
        for (String station : List.of(STATION, OTHER_STATION, KEYLESS)) {
            frame.apply(new Entry.StationListed(source, new StationCode(station), PlaceTree.COUNTRY, REGISTERED));
        }
        for (String station : List.of(STATION, OTHER_STATION)) {
            frame.apply(new Entry.StationKeyStated(new StationKey(
                    new StationCode(station),
                    new MachineId("M-1"),
                    KeyAlgorithm.ED25519,
                    Ed25519Key.enrolled(secret(station).verifyKey().bytes()).orThrow())));
        }
        return frame;
    }

    public static Known known() {
        return Known.of(frame()).orElseThrow();
    }

    /** A signed sheet of a station for mayor. */
    public static String signed(String station, int... votes) {
        return signed(station, secret(station), Sheet.Paper.FINAL, votes);
    }

    /** A sheet of a station that somebody else signed. */
    public static String forged(String station, int... votes) {
        return signed(station, secret("nobody"), Sheet.Paper.FINAL, votes);
    }

    public static String opening(String station) {
        return signed(station, secret(station), Sheet.Paper.OPENING, 0, 0, 0);
    }

    private static String signed(String station, Ed25519Secret machine, Sheet.Paper paper, int... votes) {
        return sheet(station, machine, paper, votes).text();
    }

    /** The sheet of a station for mayor as its machine signed it. */
    public static SignedSheet sheet(String station, int... votes) {
        return sheet(station, secret(station), Sheet.Paper.FINAL, votes);
    }

    /** The sheet of a station for president, of 38 positions. */
    public static SignedSheet sheetFor38(String station, int... votes) {
        return sheet(station, secret(station), QrText.contest().id(), Sheet.Paper.FINAL, votes);
    }

    private static SignedSheet sheet(String station, Ed25519Secret machine, Sheet.Paper paper, int... votes) {
        return sheet(station, machine, new ContestId("MAYOR"), paper, votes);
    }

    private static SignedSheet sheet(
            String station, Ed25519Secret machine, ContestId contest, Sheet.Paper paper, int... votes) {
        int cast = java.util.Arrays.stream(votes).sum() + (paper == Sheet.Paper.FINAL ? 7 : 0);
        Map<Figure.Count, Integer> counts = paper == Sheet.Paper.OPENING
                ? Map.of(Figure.Count.REGISTERED, REGISTERED)
                : Map.of(
                        Figure.Count.NULL, 4,
                        Figure.Count.BLANK, 3,
                        Figure.Count.REGISTERED, REGISTERED,
                        Figure.Count.VOTERS, cast,
                        Figure.Count.BALLOTS, cast);
        LocalDateTime opened = LocalDateTime.of(2030, 7, 28, 6, 0);
        Sheet sheet = new Sheet(
                KeyAlgorithm.ED25519,
                ID,
                new SpokenHash("0091 5012 3456 7890 1234 5678 9012 3456 7890 1234"),
                new StationCode(station),
                contest,
                1,
                1,
                paper,
                new MachineId("M-1"),
                new SheetHours(
                        opened,
                        paper == Sheet.Paper.OPENING ? opened : LocalDateTime.of(2030, 7, 28, 18, 31),
                        ZoneOffset.ofHours(-4)),
                java.util.Arrays.stream(votes).boxed().toList(),
                counts);
        return SignedSheet.signedBy(machine, sheet);
    }
}
