package org.cotejo.capture;

import java.util.List;
import org.cotejo.base.Problem;
import org.cotejo.capture.alteration.Hint;
import org.cotejo.capture.checker.Checked;
import org.cotejo.capture.checker.ReadText;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.capture.form.SeenSlot;
import org.cotejo.capture.likeness.Likeness;
import org.cotejo.capture.quality.Remark;
import org.cotejo.crypto.Hash;
import org.jspecify.annotations.Nullable;

/**
 * What one picture says.
 *
 * @param hash of the file
 * @param kind of file, as JSON names it
 * @param texts of all symbols, in the order in which they were found
 * @param print sheets as their print was read; empty where it was not
 * @param slots places to sign, as far as print was read
 * @param hints what somebody may have altered by hand; they change nothing of what counts
 * @param checked what texts and print are worth, each or together
 * @param likeness of the first page; null where the file is no picture
 * @param remarks what is wrong with the picture
 * @param problems why the file was refused or read only in part
 */
public record PictureReading(
        Hash hash,
        String kind,
        List<ReadText> texts,
        List<PrintedForm> print,
        List<SeenSlot> slots,
        List<Hint> hints,
        List<Checked> checked,
        @Nullable Likeness likeness,
        List<Remark> remarks,
        List<Problem> problems) {
    public PictureReading {
        texts = List.copyOf(texts);
        print = List.copyOf(print);
        slots = List.copyOf(slots);
        hints = List.copyOf(hints);
        checked = List.copyOf(checked);
        remarks = List.copyOf(remarks);
        problems = List.copyOf(problems);
    }

    /** The sheets that count. */
    public List<Checked.Taken> taken() {
        return checked.stream()
                .filter(Checked.Taken.class::isInstance)
                .map(Checked.Taken.class::cast)
                .toList();
    }
}
