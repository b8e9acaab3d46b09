package org.cotejo.sim;

import org.cotejo.custody.Source;
import org.cotejo.custody.StationFigures;
import org.cotejo.folder.Delivery;
import org.cotejo.sheet.SignedSheet;
import org.jspecify.annotations.Nullable;

/**
 * What one holder hands in where machines sign: the signed sheets of its stations; and figures on paper, in a delivery of their own,
 * of those about which it lies without a signature that could be false.
 */
final class SignedDelivery {
    /** So many minutes later a machine is closed that signs twice. */
    private static final int LATER = 1;

    private final Country country;
    private final Liars liars;
    private final Scribe scribe;
    private final Holder holder;
    private final SignedSheets sheets;
    private final byte[] signature = new byte[SignedSheet.SIGNATURE_BYTES];
    private @Nullable Delivery signed;
    private @Nullable Delivery paper;

    SignedDelivery(Country country, Liars liars, Scribe scribe, Holder holder, SignedSheets sheets) {
        this.country = country;
        this.liars = liars;
        this.scribe = scribe;
        this.holder = holder;
        this.sheets = sheets;
    }

    void add(Station station) {
        if (!CopyDelivery.isHeld(country, liars, station, holder)) {
            return;
        }
        Sheet printed = liars.printed(station, country.electorate().sheet(station));
        Sheet copied = liars.copied(station, holder, printed);
        switch (liars.signing(station, holder, Liar.Signing.AS_PRINTED)) {
            case AS_PRINTED -> {
                if (copied.isSameAs(printed)) {
                    sheets.signature(station.index(), signature);
                    give(station, sheets.text(station, printed, 0), signature);
                } else {
                    givePaper(station, copied);
                }
            }
            case FORGED -> {
                sheets.signature(station.index(), signature);
                give(station, sheets.text(station, copied, 0), signature);
            }
            case AGAIN -> {
                byte[] text = sheets.text(station, copied, LATER);
                give(station, text, sheets.signAgain(station.index(), text));
            }
            case OF_ANOTHER -> {
                Station other = country.station(liars.signedAt(station));
                sheets.signature(other.index(), signature);
                Sheet there = liars.printed(other, country.electorate().sheet(other));
                give(station, sheets.text(other, there, 0), signature);
            }
        }
    }

    private void give(Station station, byte[] text, byte[] signedBy) {
        if (signed == null) {
            signed = scribe.deliver(
                    holder, Source.Kind.COPIES, country.ballot().sheetFigures(), true, Days.copies(holder));
        }
        Scribe.giveSheet(signed, station, text, signedBy);
    }

    private void givePaper(Station station, Sheet sheet) {
        if (paper == null) {
            paper = scribe.deliver(holder, Source.Kind.COPIES, holder.figures(), true, Days.copies(holder));
        }
        Scribe.give(paper, station, sheet, StationFigures.Way.UNSTATED);
    }

    void finish() {
        if (signed != null) {
            Scribe.finish(signed);
        }
        if (paper != null) {
            Scribe.finish(paper);
        }
    }
}
