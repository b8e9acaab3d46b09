package org.cotejo.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Sha256;
import org.cotejo.merkle.TreeHash;
import org.cotejo.sheet.SheetReader;
import org.cotejo.tlog.CompactProof;
import org.cotejo.tlog.Policy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verify page in a real browser, from a file and without any network; skipped, and said so, where there is none. */
class VerifyPageTest {
    /** Bytes: what a cheap phone on a poor line can be asked to fetch once. */
    private static final int WEIGHT_MOST = 450_000;

    @TempDir
    private static Path folder;

    private static Optional<Browser> browser = Optional.empty();
    private static PaperTrail paper;
    private static Path page;

    private Browser here;

    @BeforeAll
    static void writeAndStart() throws IOException, InterruptedException {
        paper = new PaperTrail(Path.of(System.getProperty("cotejo.root"), "docs"));
        page = Files.write(folder.resolve("verify.html"), VerifyPage.html(null));
        assumeTrue(Browser.program().isPresent(), "no chromium here: the verify page is not looked at");
        browser = Optional.of(Browser.start(Files.createDirectories(folder.resolve("profile"))));
        browser.orElseThrow().offline();
    }

    @AfterAll
    static void stop() {
        browser.ifPresent(Browser::close);
    }

    @BeforeEach
    void open() throws InterruptedException {
        here = browser.orElseThrow();
        here.size(390, 900);
        here.dark(false);
        open(page);
        here.run("(localStorage.clear(), 1)");
        open(page);
    }

    private void open(Path file) throws InterruptedException {
        here.open(file, "");
        until("document.getElementById('page').hidden === false");
    }

    private void until(String condition) throws InterruptedException {
        for (int i = 0; !here.run(condition).equals("true"); i++) {
            if (i > 500) {
                throw new IllegalStateException(condition + " never came true: " + here.run("document.body.innerText"));
            }
            Thread.sleep(20);
        }
    }

    /** Types into the field and checks: the kind of the verdict and its headline. */
    private String typed(String text) throws InterruptedException {
        int before = Integer.parseInt("0" + here.run("document.getElementById('result').dataset.times"));
        here.load("document.getElementById('text').value = " + quoted(text)
                + "; document.getElementById('take').click()");
        until("Number(document.getElementById('result').dataset.times) > " + before
                + " && !document.getElementById('take').disabled");
        return verdict();
    }

    private String verdict() {
        return here.run("(e => e.hidden ? 'nothing' : e.className.replace('card ', '') + ' ' + e.dataset.headline)"
                + "(document.getElementById('result'))");
    }

    private String chosen(Path... files) throws InterruptedException {
        int before = Integer.parseInt("0" + here.run("document.getElementById('result').dataset.times"));
        here.choose("#files", files);
        until("Number(document.getElementById('result').dataset.times) > " + before
                + " && !document.getElementById('take').disabled");
        return verdict();
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private String code() {
        return here.run("document.getElementById('result').dataset.code");
    }

    private String said() {
        return here.run("document.getElementById('result').innerText");
    }

    private void pin() throws InterruptedException {
        typed(new String(paper.policy(), UTF_8));
    }

    @Test
    void oneFileIsAllThereIsAndItAsksForNothing() throws IOException {
        String html = Files.readString(page);
        assertTrue(Files.size(page) < WEIGHT_MOST, Files.size(page) + " bytes");
        assertTrue(html.contains("default-src 'none'") && html.contains("connect-src 'none'"));
        assertFalse(html.contains("{{"));
        assertEquals("0", here.run("performance.getEntriesByType('resource').length"));
        assertEquals("refused", here.run("fetch('" + page.toUri() + "').then(() => 'came', () => 'refused')"));
        here.load(
                "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))");
        assertEquals("undefined", here.run("typeof window.ran"), "no other script runs in this page");
    }

    @Test
    void aSheetAloneIsReadAndIsNotFoundYet() throws InterruptedException {
        assertEquals("unchecked notFound", typed(paper.sheet));
        assertEquals(
                "210 101 0",
                here.run(
                        "[...document.querySelectorAll('#figures tr.votes td')].slice(0, 3).map(e => e.textContent).join(' ')"));
        assertTrue(said().contains("10101001.01.0001"), said());
    }

    @Test
    void aSheetWithItsReceiptIsInTheRecordAsThePinnedPolicySays() throws InterruptedException {
        pin();
        assertEquals("unchecked notFound", typed(paper.sheet));
        assertEquals("proven recorded", typed(hex(paper.receipt())));
        String said = said();
        assertTrue(
                said.contains("party") && said.contains("university") && said.contains("2027-01-15 08:00 UTC"), said);
        assertTrue(said.contains(PaperTrail.ORIGIN) && said.contains("5"), said);
        here.load("document.getElementById('language').click()");
        until("!document.getElementById('language').disabled");
        assertEquals("proven recorded", verdict(), "another language changes words and no verdict");
        assertFalse(said().equals(said));
        open(page);
        typed(paper.sheet);
        assertEquals("proven recorded", typed(hex(paper.receipt())), "the pinned policy is kept");
    }

    @Test
    void aSheetWithAnotherFigureDoesNotFitItsReceipt() throws InterruptedException {
        pin();
        typed(hex(paper.receipt()));
        assertEquals("refuted refuted", typed(paper.sheet.replace("1:210", "1:310")));
        assertEquals("NOTE-106", code());
        assertEquals("proven recorded", typed(paper.sheet));
    }

    @Test
    void withoutAPolicyOfOnesOwnNothingIsProven() throws IOException, InterruptedException {
        typed(paper.sheet);
        assertEquals("unchecked notFound", typed(hex(paper.receipt())));
        open(Files.write(folder.resolve("brought.html"), VerifyPage.html(paper.policy())));
        typed(paper.sheet);
        assertEquals("unchecked fits", typed(hex(paper.receipt())), "a page can't pin its own policy");
        here.load("document.getElementById('pin').click()");
        until("document.getElementById('result').dataset.headline === 'recorded'");
        assertEquals("proven recorded", verdict());
    }

    @Test
    void anotherLogsPolicyProvesNothingAndTakesNoPinnedOnesPlace() throws InterruptedException {
        typed(new String(paper.otherPolicy(), UTF_8));
        typed(paper.sheet);
        assertEquals("unchecked notFound", typed(hex(paper.receipt())));
        assertEquals("PROOF-108", code());
        assertEquals("refuted refuted", typed(new String(paper.sheetProof(), UTF_8)));
        assertEquals("POLICY-110", code());
        pin();
        assertEquals("refuted refuted", verdict(), "the pinned policy still counts");
        assertEquals("false", here.run("document.getElementById('pin').hidden"));
    }

    @Test
    void aProofFileSpeaksOfTheEntryThatItBrings() throws IOException, InterruptedException {
        pin();
        assertEquals("proven recorded", chosen(Files.write(folder.resolve("5.tlog-proof"), paper.sheetProof())));
        here.load("document.getElementById('clear').click()");
        until("document.getElementById('result').hidden");
        assertEquals("unchecked notFound", typed(new String(paper.bareProof(), UTF_8)));
        assertEquals("unchecked notFound", typed(paper.sheet), "which entry it is nobody can say from the sheet alone");
        String cut = new String(paper.sheetProof(), UTF_8).replaceFirst("index 5", "index 4");
        assertEquals("refuted refuted", typed(cut));
    }

    @Test
    void aProvenKeyTellsWhetherTheStationSigned() throws InterruptedException {
        pin();
        assertEquals("proven recordedEntry", typed(new String(paper.keyProof(), UTF_8)));
        assertTrue(said().contains("M-0417"), said());
        assertEquals("unchecked notFound", typed(paper.sheet), "a signature is no place in the record");
        assertTrue(
                said().contains("clave de la máquina de la mesa") || said().contains("the station’s machine"), said());
        assertEquals("refuted signatureFalse", typed(paper.sheet.replace("1:210", "1:310")));
        typed(paper.sheet);
        assertEquals("proven recorded", typed(hex(paper.receipt())));
    }

    @Test
    void theStationsKeyTellsASignedSheetFromAChangedOne() throws InterruptedException {
        typed(paper.key);
        assertEquals("unchecked notFound", typed(paper.sheet));
        assertTrue(said().contains("la clave que usted dio") || said().contains("the key that you gave"), said());
        assertEquals("refuted signatureFalse", typed(paper.sheet.replace("1:210", "1:310")));
        assertEquals("SHEET-701", code());
    }

    @Test
    void whatIsNoneOfItIsSaidToBe() throws InterruptedException {
        assertEquals("unchecked unread", typed("hola"));
        assertEquals("unchecked unread", typed("COTEJO1/ED25519/VE-2024/"));
        assertEquals("SHEET-103", code());
        assertEquals("unchecked unread", typed("<script>alert(1)</script>"));
        assertEquals("unchecked unread", typed("x".repeat(1_500_000)));
        assertEquals("unchecked notFound", typed(paper.sheet), "and then a good one");
    }

    @Test
    void bothCodesAreReadFromOnePhoto() throws IOException, InterruptedException {
        pin();
        Path photo = PaperTrail.photo(folder.resolve("both.png"), 5, paper.sheet.getBytes(UTF_8), paper.receipt());
        assertEquals("proven recorded", chosen(photo));
        here.load("document.getElementById('clear').click()");
        until("document.getElementById('result').hidden");
        assertEquals(
                "unchecked notFound",
                chosen(PaperTrail.photo(folder.resolve("qr1.png"), 4, paper.sheet.getBytes(UTF_8))));
        assertEquals("proven recorded", chosen(PaperTrail.photo(folder.resolve("qr2.png"), 4, paper.receipt())));
    }

    @Test
    void receiptsOfEverySizeAreReadBackFromAPicture() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(1);
        for (int size : new int[] {776 + 40, 937 + 40, 1_099 + 40}) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            bytes[0] = (byte) 0xc1;
            Path photo = PaperTrail.photo(folder.resolve(size + ".png"), 4, bytes);
            here.choose("#files", photo);
            pin();
            until("document.querySelectorAll('#table li').length === 1");
            here.load("document.getElementById('clear').click()");
            until("document.getElementById('table').hidden");
        }
    }

    @Test
    void aSlipIsHeldAgainstTheLineThatWasPrintedAndNeedsNoPolicy() throws InterruptedException {
        assertEquals("unchecked notFound", typed(hex(paper.slip(false))));
        assertEquals("proven slipFull", typed(paper.printed().line()));
        assertTrue(said().contains("10101001.01.0001") && said().contains("3, 5"), said());
        assertEquals("proven slipFull", typed(paper.sheet));
        assertEquals(
                "proven slipEmpty",
                afterClearing(hex(paper.slip(true)), paper.printed().line()));
        assertTrue(said().contains("20202002.02.0002"), said());
        assertEquals("refuted refuted", typed(paper.sheet), "a slip of another station than the sheet");
        byte[] changed = paper.slip(false);
        changed[changed.length - 1] ^= 1;
        assertEquals(
                "refuted refuted", afterClearing(hex(changed), paper.printed().line()));
        assertEquals("PROOF-104", code());
        assertEquals("unchecked unread", afterClearing("c3 01 00 00"));
    }

    @Test
    void aSlipBesideAProofSaysWhetherItsEntryIsOneOfTheStations() throws InterruptedException {
        pin();
        typed(new String(paper.sheetProof(), UTF_8));
        typed(paper.printed().line());
        assertEquals("proven recorded", typed(hex(paper.slip(false))));
        assertTrue(
                said().contains("está entre ellos, como asiento 5") || said().contains("among them, as entry 5"),
                said());
        assertEquals("refuted refuted", typed(hex(paper.slip(true))));
    }

    private String afterClearing(String... texts) throws InterruptedException {
        here.load("document.getElementById('clear').click()");
        until("document.getElementById('result').hidden");
        String verdict = "";
        for (String text : texts) {
            verdict = typed(text);
        }
        return verdict;
    }

    @Test
    void theCameraReadsTheSheetAndIsGivenBack() throws IOException, InterruptedException {
        Path photo = PaperTrail.photo(folder.resolve("film.png"), 5, paper.sheet.getBytes(UTF_8));
        Path film = PaperTrail.film(folder.resolve("film.y4m"), photo, 1280, 720);
        try (Browser withCamera = Browser.withCamera(Files.createDirectories(folder.resolve("camera-profile")), film)) {
            here = withCamera;
            here.size(390, 900);
            open(page);
            assertEquals("false", here.run("document.getElementById('scan').hidden"));
            here.load("document.getElementById('scan').click()");
            until("document.getElementById('result').dataset.headline === 'notFound'");
            until("document.getElementById('viewer').hidden");
            assertTrue(said().contains("10101001.01.0001"), said());
        }
    }

    /** Where the browser keeps WebCrypto from a page, as at http addresses of other machines, its library answers the same. */
    @Test
    void withoutWebCryptoTheAnswersAreTheSame() throws InterruptedException {
        Runnable again = here.before("Object.defineProperty(Crypto.prototype, 'subtle', {value: undefined})");
        try {
            open(page);
            assertEquals("undefined", here.run("typeof crypto.subtle"));
            pin();
            typed(paper.sheet);
            assertEquals("proven recorded", typed(hex(paper.receipt())));
            assertEquals("refuted refuted", typed(paper.sheet.replace("1:210", "1:310")));
            typed(paper.key);
            assertEquals("refuted signatureFalse", typed(paper.sheet.replace("1:210", "1:310")));
            assertEquals("proven recorded", typed(paper.sheet));
        } finally {
            again.run();
        }
    }

    /** What the first implementation says of a sheet with a receipt: its code, or proven. */
    private static String expected(byte[] receipt, String sheet, Policy policy) {
        if (SheetReader.read(sheet) instanceof Result.Refused<?>(Problem problem)) {
            return problem.code();
        }
        byte[] signed = sheet.substring(0, sheet.lastIndexOf('/') + 1).getBytes(UTF_8);
        byte[] signature = SheetReader.read(sheet).orThrow().signature();
        byte[] extra = java.util.Base64.getDecoder()
                .decode(
                        CompactProof.parse(receipt, policy) instanceof Result.Ok<CompactProof>(CompactProof proof)
                                ? proof.extra()
                                : "");
        byte[] entry = HexFormat.of()
                .parseHex(hex(extra)
                        + hex(new byte[] {(byte) (signed.length & 0x7f | 0x80), (byte) (signed.length >> 7)})
                        + hex(signed)
                        + hex(signature));
        return switch (CompactProof.parse(receipt, policy)
                .then(proof -> proof.proof(new TreeHash().leaf(entry)))
                .then(proof -> proof.verify(new TreeHash().leaf(entry), policy))) {
            case Result.Ok<?> _ -> "";
            case Result.Refused<?>(Problem problem) -> problem.code();
        };
    }

    @Test
    void thePageAndTheFirstImplementationAgreeOnChangedPapers() throws InterruptedException {
        pin();
        Policy policy = Policy.parse(paper.policy()).orThrow();
        SplittableRandom random = new SplittableRandom(20_270_301);
        for (int i = 0; i < 150; i++) {
            byte[] receipt = paper.receipt();
            String sheet = paper.sheet;
            if (random.nextInt(4) > 0) {
                receipt[random.nextInt(receipt.length)] ^= (byte) (1 << random.nextInt(8));
            } else {
                int at = random.nextInt(sheet.length());
                sheet = sheet.substring(0, at) + (char) ('0' + random.nextInt(10)) + sheet.substring(at + 1);
            }
            if (receipt[0] != (byte) 0xc1 || !sheet.startsWith("COTEJO")) {
                continue; // these are other things, or nothing that the page knows
            }
            typed(sheet);
            String verdict = typed(hex(receipt));
            String java = expected(receipt, sheet, policy);
            String told = "change " + i + ": the page says " + verdict + " " + code() + ", the program '" + java + "'";
            assertEquals(java.isEmpty(), verdict.equals("proven recorded"), told);
            // Where the beginning of the entry no longer makes one, the page says so before any signature is asked.
            assertTrue(code().equals(java) || code().isEmpty(), told);
        }
    }

    @Test
    void axeFindsNoBarrierAndNothingIsWiderThanAPhone() throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("cotejo.root"), "site");
        Optional<String> axe = Browser.axe(root.resolve("src/test/js"), root.resolve("target/js"));
        assumeTrue(axe.isPresent(), "npm could not bring axe-core: accessibility is not checked");
        pin();
        typed(paper.sheet);
        typed(hex(paper.receipt()));
        here.run("(document.querySelectorAll('details').forEach(e => e.open = true), 1)");
        List<String> barriers = new ArrayList<>();
        // The page lets no script in; what looks at it comes by the debugger, which is not bound by that.
        here.load(axe.get());
        for (boolean isDark : new boolean[] {false, true}) {
            for (int width : new int[] {320, 360, 1280}) {
                here.dark(isDark);
                here.size(width, 800);
                String found = here.run("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations"
                        + ".map(v => v.id + ' ' + v.nodes.map(n => n.target + ' ' + n.html.slice(0, 120)).join(' | '))"
                        + ".join('\\n'))");
                if (!found.isEmpty()) {
                    barriers.add(width + " " + isDark + ": " + found);
                }
                assertEquals("true", here.run("document.documentElement.scrollWidth <= innerWidth"), "at " + width);
            }
        }
        assertEquals("", String.join("\n", barriers));
    }

    @Test
    void librariesAreAsTheirMakersPublishedThem() throws IOException {
        Path lib = Path.of(System.getProperty("cotejo.root"), "second/lib");
        String listed =
                Files.readString(Path.of(System.getProperty("cotejo.root"), "docs/decisions/0014-verify-page.md"));
        try (var all = Files.walk(lib)) {
            for (Path file : all.filter(one -> one.toString().endsWith(".js")).toList()) {
                String hash = Sha256.of(Files.readAllBytes(file)).hex();
                assertTrue(listed.contains(hash), lib.relativize(file) + " " + hash);
            }
        }
    }

    @Test
    void aModuleInAFormThatIsNotKnownBreaksTheBuildAndNotThePage() {
        ScriptBundle bundle = new ScriptBundle();
        bundle.add(
                "a.js",
                "/** Told. */\nexport const one = 1;\nfunction two() {}\nexport { two as zwei };\nexport default one;\n");
        bundle.addLast("page.mjs", "import { one, zwei as two } from './a.js';\nawait two(one);\n");
        assertEquals("""
                const module0 = (() => {
                const one = 1;
                function two() {}
                return { one, zwei: two };
                })();
                const { one, zwei: two } = module0;
                await two(one);
                """, bundle.script());
        assertThrows(RuntimeException.class, () -> new ScriptBundle().add("b.js", "export * from './a.js';\n"));
        assertThrows(
                RuntimeException.class,
                () -> new ScriptBundle().addLast("page.mjs", "import { a } from './gone.js';\n"));
        bundle.addLast("page.mjs", "'</script>'\n");
        assertThrows(RuntimeException.class, bundle::script);
    }
}
