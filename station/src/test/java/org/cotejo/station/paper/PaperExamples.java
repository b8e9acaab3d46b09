package org.cotejo.station.paper;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.BallotOption;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SheetHours;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.sheet.StationKey;
import org.cotejo.station.words.Language;
import org.cotejo.tally.Figure;

/** Papers of a station that nobody knows, in the languages of the machine; names are invented. */
public final class PaperExamples {
    private static final StationCode STATION = new StationCode("10101001.01.0001");
    private static final MachineId MACHINE = new MachineId("M-0417");
    private static final SpokenHash SOFTWARE = new SpokenHash("0417 2203 9981 1205 7764 0032 5511 9087 3340 1126");
    private static final SpokenHash DEFINITION = new SpokenHash("0091 4149 6946 1768 1455 6899 5975 4836 5121 6252");
    private static final int VOTERS = 340;
    private static final int NULL_VOTES = 9;
    private static final int BLANK = 4;
    private static final String[] FIRST = {
        "Aurora", "Benito", "Celia", "Darío", "Elisa", "Fermín", "Gala", "Hugo", "Íñigo", "Jimena"
    };
    private static final String[] LAST = {"Montes", "del Río Peña", "Ybarra", "Quintana", "Lozano de la Vega"};
    private static final String[] PARTIES = {
        "Unión Cívica", "Movimiento por la Ribera", "Alianza del Llano", "Partido Azul", "Frente de Trabajadores Unidos"
    };
    private static final String[] ARABIC_FIRST = {
        "سلمى", "نور الدين", "هالة", "كريم", "لبنى", "طارق", "أمل", "يوسف", "رجاء", "حسن"
    };
    private static final String[] ARABIC_LAST = {"الجبلي", "بن الوادي", "القاسمي", "التلمساني", "الأندلسي"};
    private static final String[] ARABIC_PARTIES = {
        "الاتحاد المدني", "حركة النهر", "تحالف السهل", "الحزب الأزرق", "جبهة العمال"
    };

    private PaperExamples() {}

    static Ed25519Secret secret() {
        return Ed25519Secret.ofSeed(Sha256.of("an example of cotejo".getBytes(StandardCharsets.UTF_8))
                .bytes());
    }

    public static StationHead head(Language language, boolean rehearsal) {
        return switch (language) {
            case SPANISH ->
                head(
                        "Elección presidencial 2027",
                        rehearsal,
                        "Estado Ribera",
                        "Municipio Llano Alto",
                        "Escuela Básica El Molino");
            case ENGLISH ->
                head("Presidential election 2027", rehearsal, "Riverland", "Upper Plain", "Mill Primary School");
            case PORTUGUESE ->
                head("Eleição presidencial 2027", rehearsal, "Ribeira", "Planície Alta", "Escola do Moinho");
            case FRENCH ->
                head("Élection présidentielle 2027", rehearsal, "Rivière", "Haute-Plaine", "École du Moulin");
            case ARABIC ->
                head("الانتخابات الرئاسية 2027", rehearsal, "ولاية الضفة", "بلدية السهل الأعلى", "مدرسة الطاحونة");
        };
    }

    private static StationHead head(String election, boolean rehearsal, String... places) {
        return new StationHead(election, STATION, List.of(places), rehearsal);
    }

    private static boolean isArabic(Language language) {
        return language == Language.ARABIC;
    }

    /** A contest with so many candidates, and options if there are to be any. */
    public static Contest contest(Language language, int candidates, int options) {
        List<Candidate> names = new ArrayList<>();
        String[] first = isArabic(language) ? ARABIC_FIRST : FIRST;
        String[] last = isArabic(language) ? ARABIC_LAST : LAST;
        String[] parties = isArabic(language) ? ARABIC_PARTIES : PARTIES;
        for (int i = 0; i < candidates; i++) {
            names.add(new Candidate(
                    new CandidateId("C" + i), first[i % first.length] + " " + last[(i + i / 10) % last.length]));
        }
        List<BallotOption> cards = new ArrayList<>();
        for (int i = 0; i < options; i++) {
            String number = i < parties.length ? "" : " " + (i / parties.length + 1);
            cards.add(new BallotOption(
                    i + 1,
                    parties[i % parties.length] + number,
                    names.get(i % candidates).id()));
        }
        String title = switch (language) {
            case SPANISH -> "Presidencia de la República";
            case ENGLISH -> "President of the Republic";
            case PORTUGUESE -> "Presidência da República";
            case FRENCH -> "Présidence de la République";
            case ARABIC -> "رئاسة الجمهورية";
        };
        return new Contest(new ContestId("PRESIDENT"), title, names, cards);
    }

    static SignedSheet sheet(Contest contest, Sheet.Paper paper, boolean rehearsal) {
        int positions = Figure.positions(contest).size();
        LocalDateTime closing = LocalDateTime.of(2027, 7, 25, 18, 31);
        return SignedSheet.signedBy(
                secret(),
                new Sheet(
                        rehearsal ? KeyAlgorithm.ED25519_DEMO : KeyAlgorithm.ED25519,
                        rehearsal ? "sim-2027" : "XX-2027",
                        DEFINITION,
                        STATION,
                        contest.id(),
                        1,
                        3,
                        paper,
                        MACHINE,
                        new SheetHours(
                                paper == Sheet.Paper.FINAL ? LocalDateTime.of(2027, 7, 25, 6, 0) : closing,
                                closing,
                                ZoneOffset.ofHours(-4)),
                        votes(positions, paper == Sheet.Paper.FINAL ? VOTERS - NULL_VOTES - BLANK : 0),
                        paper == Sheet.Paper.FINAL
                                ? Map.of(
                                        Figure.Count.NULL, NULL_VOTES,
                                        Figure.Count.BLANK, BLANK,
                                        Figure.Count.REGISTERED, 512,
                                        Figure.Count.VOTERS, VOTERS,
                                        Figure.Count.BALLOTS, VOTERS)
                                : Map.of(Figure.Count.REGISTERED, 512)));
    }

    private static List<Integer> votes(int positions, int voters) {
        Random random = new Random(positions);
        int[] votes = new int[positions];
        for (int voter = 0; voter < voters; voter++) {
            int drawn = random.nextInt(10);
            votes[drawn < 6 ? 0 : drawn < 9 ? Math.min(1, positions - 1) : random.nextInt(positions)]++;
        }
        List<Integer> list = new ArrayList<>();
        for (int count : votes) {
            list.add(count);
        }
        return list;
    }

    static List<Signatory> signatories(Language language) {
        String[] parties = isArabic(language) ? ARABIC_PARTIES : PARTIES;
        return List.of(
                Signatory.of(Signatory.Role.PRESIDING_OFFICER, 1),
                Signatory.of(Signatory.Role.SECRETARY, 1),
                Signatory.of(Signatory.Role.MEMBER, 1),
                Signatory.of(Signatory.Role.MEMBER, 2),
                Signatory.witness(1, parties[0]),
                Signatory.witness(2, parties[1]),
                Signatory.of(Signatory.Role.OPERATOR, 1));
    }

    public static Receipt receipt(Language language) {
        Contest contest = contest(language, 10, 38);
        BallotOption option = contest.options().get(11);
        return new Receipt(
                head(language, false),
                List.of(new Receipt.Choice(
                        contest.title(),
                        List.of(new Receipt.Chosen.Position(
                                12,
                                contest.candidates()
                                        .get(contest.indexOf(option.candidate()))
                                        .name(),
                                option.party())))),
                ReceiptCode.ofRandom(new byte[] {17, -3, 99, 4, 55, -120, 7, 81, 33, -9}));
    }

    public static OpeningReport opening(Language language) {
        Contest contest = contest(language, 10, 0);
        return new OpeningReport(
                head(language, true),
                contest,
                sheet(contest, Sheet.Paper.OPENING, true),
                SOFTWARE,
                Copy.of(1, 2),
                signatories(language));
    }

    public static TallySheet tally(Language language, int candidates, int options) {
        Contest contest = contest(language, candidates, options);
        return new TallySheet(
                head(language, false),
                contest,
                sheet(contest, Sheet.Paper.FINAL, false),
                SOFTWARE,
                new TallySheet.Receipts(VOTERS, 2),
                Copy.of(2, 6).again(),
                signatories(language));
    }

    public static BoxCertificate certificate(Language language) {
        Contest contest = contest(language, 10, 0);
        SignedSheet sheet = sheet(contest, Sheet.Paper.FINAL, false);
        List<Integer> first = new ArrayList<>(sheet.sheet().votes());
        List<Integer> second = new ArrayList<>(first);
        first.set(0, first.get(0) - 1);
        second.set(0, second.get(0) - 1);
        second.set(3, second.get(3) + 1);
        Map<Figure.Count, Integer> others =
                Map.of(Figure.Count.NULL, NULL_VOTES, Figure.Count.BLANK, BLANK, Figure.Count.BALLOTS, VOTERS - 1);
        return new BoxCertificate(
                head(language, false),
                contest,
                sheet,
                new BoxCertificate.Hand(first, others),
                new BoxCertificate.Hand(second, others),
                null,
                Copy.of(1, 3),
                signatories(language));
    }

    public static HashSlip hashes(Language language) {
        return new HashSlip(head(language, false), MACHINE, SOFTWARE, DEFINITION);
    }

    public static KeySlip key(Language language) {
        return new KeySlip(
                head(language, false), new StationKey(STATION, MACHINE, KeyAlgorithm.ED25519, secret().verifyKey()));
    }

    public static VoidSlip voided(Language language) {
        return new VoidSlip(
                head(language, false),
                MACHINE,
                Document.Kind.TALLY_SHEET,
                new ContestId("PRESIDENT"),
                Copy.of(2, 6),
                VoidSlip.Reason.PAPER_OUT);
    }

    public static VoidSlip voidedReceipt(Language language) {
        return new VoidSlip(head(language, false), MACHINE, Document.Kind.RECEIPT, null, null, VoidSlip.Reason.JAM);
    }

    /** One of each kind. */
    public static List<Document> all(Language language) {
        return List.of(
                receipt(language),
                opening(language),
                tally(language, 10, 38),
                certificate(language),
                hashes(language),
                key(language),
                voided(language),
                voidedReceipt(language));
    }
}
