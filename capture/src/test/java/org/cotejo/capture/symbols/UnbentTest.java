package org.cotejo.capture.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.cotejo.capture.TestCodes;
import org.cotejo.capture.TestElection;
import org.cotejo.capture.picture.Grey;
import org.junit.jupiter.api.Test;

/** Codes on paper that bows, which both decoders give up as they lie. */
class UnbentTest {
    private static final int MODULE = 6;

    private final SymbolReader reader = new SymbolReader();

    private static Grey bent(String text, double down, double right) {
        Grey code = TestCodes.code(text, MODULE);
        Grey paper = TestCodes.paper(code.width() + 100, code.height() + 100);
        return TestCodes.bent(TestCodes.draw(paper, text, 50, 50, MODULE), down * MODULE, right * MODULE);
    }

    private static boolean isRead(Decoder decoder, Grey plane) {
        return !decoder.decode(plane).seen().isEmpty();
    }

    @Test
    void aCodeThatBowsIsReadByBothDecoders() {
        int needed = 0;
        for (double[] bow : new double[][] {{4, 0}, {-5, 0}, {0, 4}, {3, -3}, {2, 2}}) {
            Grey page = bent(TestElection.VENEZUELA, bow[0], bow[1]);
            needed += isRead(new ZxingDecoder(false), page) || isRead(new BoofDecoder(), page) ? 0 : 1;
            List<Symbol> read = reader.read(page, Sought.ANYTHING).read();
            assertEquals(
                    List.of(TestElection.VENEZUELA),
                    read.stream().map(Symbol::text).toList(),
                    bow[0] + ", " + bow[1]);
            assertTrue(read.getFirst().isConfirmed(), bow[0] + ", " + bow[1]);
        }
        assertTrue(needed >= 2, needed + " of five could not be read as they lie");
    }

    @Test
    void itsPlaceIsWhereItLies() {
        Grey page = bent(TestElection.VENEZUELA, 5, 0);
        Symbol symbol = reader.read(page, Sought.ANYTHING).read().getFirst();
        double middle = 50 + (TestCodes.modules(TestElection.VENEZUELA) / 2.0 + 4) * MODULE;
        assertEquals(middle, symbol.place().centre().x(), 4 * MODULE);
        assertEquals(middle, symbol.place().centre().y(), 6 * MODULE);
    }

    @Test
    void whatIsNoCodeIsNotLaidStraight() {
        Random random = new Random(11);
        byte[] noise = new byte[400 * 400];
        random.nextBytes(noise);
        Quad place = new Quad(new Point(60, 60), new Point(340, 60), new Point(340, 340), new Point(60, 340));
        assertEquals(0, Unbent.of(new Grey(400, 400, noise), place, 6).size());
        assertEquals(0, Unbent.of(TestCodes.paper(400, 400), place, 6).size());
        assertEquals(0, Unbent.of(TestCodes.paper(400, 400), place, 0).size(), "a decoder that tells no module");
    }

    @Test
    void aCodeThatOneDecoderFindsOnlyTurnedIsConfirmed() {
        int needed = 0;
        for (int votes = 0; votes < 150 && needed < 2; votes++) {
            Grey page = TestCodes.code(TestElection.signed(TestElection.STATION, votes, 7, 8), MODULE);
            if (!isRead(new ZxingDecoder(false), page)) {
                needed++;
                assertTrue(reader.read(page, Sought.ANYTHING).read().getFirst().isConfirmed(), "votes " + votes);
            }
        }
        assertTrue(needed > 0, "no such code among these");
    }
}
