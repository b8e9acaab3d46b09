package org.cotejo.station.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cotejo.definition.SpokenHash;
import org.cotejo.sheet.CountCertificate;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.sheet.StationKey;
import org.cotejo.station.paper.Block.Tone;
import org.cotejo.station.words.Language;
import org.cotejo.station.words.NumberWords;
import org.cotejo.station.words.Words;

/** Puts documents into words of one language, block by block. */
final class Composer {
    private final Words words;
    private final SheetComposer sheets;

    Composer(Language language) {
        this.words = Words.of("paper", language);
        this.sheets = new SheetComposer(words, NumberWords.of(language));
    }

    Language language() {
        return words.language();
    }

    /** The name of a kind of paper. */
    String title(Document document) {
        return words.get("paper.kind." + document.kind());
    }

    /** What a page says of itself, such as page 2 of 3. */
    String page(String number, String of) {
        return words.get("paper.page", number, of);
    }

    List<Block> blocks(Document document) {
        List<Block> blocks = new ArrayList<>();
        if (document.head().rehearsal()) {
            blocks.add(new Block.Banner(words.get("paper.rehearsal")));
        }
        switch (document) {
            case Receipt receipt -> receipt(blocks, receipt);
            case OpeningReport report -> opening(blocks, report);
            case TallySheet sheet -> tally(blocks, sheet);
            case BoxCertificate certificate -> certificate(blocks, certificate);
            case HashSlip slip -> hashes(blocks, slip);
            case KeySlip slip -> key(blocks, slip);
            case VoidSlip slip -> voided(blocks, slip);
        }
        return List.copyOf(blocks);
    }

    private void receipt(List<Block> blocks, Receipt receipt) {
        blocks.add(
                new Block.Title(words.get("paper.receipt.title"), receipt.head().election()));
        blocks.add(station(receipt.head(), List.of()));
        for (Receipt.Choice choice : receipt.choices()) {
            blocks.add(new Block.Choices(
                    choice.contest(), choice.chosen().stream().map(this::chosen).toList()));
        }
        blocks.add(new Block.Paragraph(words.get("paper.receipt.check"), Tone.BODY));
        blocks.add(
                new Block.Large(words.get("paper.receipt.code"), receipt.code().value()));
        blocks.add(new Block.Paragraph(words.get("paper.receipt.whole"), Tone.SMALL));
    }

    private Block.Choice chosen(Receipt.Chosen chosen) {
        return switch (chosen) {
            case Receipt.Chosen.Position(int position, String candidate, String party) ->
                new Block.Choice(Integer.toString(position), candidate, party == null ? "" : party);
            case Receipt.Chosen.WrittenIn(int position, String name) ->
                new Block.Choice(Integer.toString(position), name, words.get("paper.receipt.written"));
            case Receipt.Chosen.Blank() -> new Block.Choice("", words.get("paper.receipt.blank"), "");
            case Receipt.Chosen.NullVote() -> new Block.Choice("", words.get("paper.receipt.null"), "");
        };
    }

    private void opening(List<Block> blocks, OpeningReport report) {
        blocks.add(new Block.Title(
                words.get("paper.opening.title"), report.contest().title()));
        blocks.add(copy(report.copy()));
        blocks.add(new Block.Paragraph(report.head().election(), Tone.STRONG));
        blocks.add(station(report.head(), sheets.facts(report.sheet().sheet())));
        blocks.add(new Block.Paragraph(words.get("paper.opening.zero"), Tone.STRONG));
        sheets.figures(blocks, report.contest(), report.sheet().sheet());
        proof(blocks, report.sheet(), report.software());
        signatures(blocks, report.signatories());
        end(blocks, report.copy());
    }

    private void tally(List<Block> blocks, TallySheet tally) {
        blocks.add(
                new Block.Title(words.get("paper.sheet.title"), tally.contest().title()));
        blocks.add(copy(tally.copy()));
        blocks.add(new Block.Paragraph(tally.head().election(), Tone.STRONG));
        blocks.add(station(tally.head(), sheets.facts(tally.sheet().sheet())));
        sheets.figures(blocks, tally.contest(), tally.sheet().sheet());
        sheets.differences(blocks, tally);
        proof(blocks, tally.sheet(), tally.software());
        signatures(blocks, tally.signatories());
        end(blocks, tally.copy());
    }

    private void certificate(List<Block> blocks, BoxCertificate certificate) {
        blocks.add(new Block.Title(
                words.get("paper.certificate.title"), certificate.contest().title()));
        blocks.add(copy(certificate.copy()));
        blocks.add(new Block.Paragraph(certificate.head().election(), Tone.STRONG));
        blocks.add(station(certificate.head(), sheets.facts(certificate.sheet().sheet())));
        blocks.add(new Block.Paragraph(words.get("paper.certificate.about"), Tone.BODY));
        sheets.comparison(blocks, certificate);
        CountCertificate signed = certificate.signed();
        if (signed != null) {
            blocks.add(new Block.Section(words.get("paper.certificate.code")));
            blocks.add(new Block.Paragraph(words.get("paper.certificate.code.about"), Tone.SMALL));
            blocks.add(codes(signed.text(), words.get("paper.certificate.code.alternative")));
        }
        blocks.add(new Block.Large(words.get("paper.sheet.print"), SheetPrint.of(certificate.sheet())));
        signatures(blocks, certificate.signatories());
        end(blocks, certificate.copy());
    }

    private void hashes(List<Block> blocks, HashSlip slip) {
        blocks.add(new Block.Title(words.get("paper.hash.title"), slip.head().election()));
        blocks.add(station(
                slip.head(),
                List.of(new Block.Pair(
                        words.get("paper.machine"), slip.machine().value()))));
        blocks.add(new Block.Paragraph(words.get("paper.hash.about"), Tone.BODY));
        blocks.add(groups("paper.software", slip.software()));
        blocks.add(groups("paper.definition", slip.definition()));
    }

    private void key(List<Block> blocks, KeySlip slip) {
        StationKey key = slip.key();
        blocks.add(new Block.Title(words.get("paper.key.title"), slip.head().election()));
        blocks.add(station(
                slip.head(),
                List.of(
                        new Block.Pair(words.get("paper.machine"), key.machine().value()),
                        new Block.Pair(
                                words.get("paper.key.algorithm"),
                                key.algorithm().label()))));
        blocks.add(new Block.Groups(words.get("paper.key.hex"), fours(KeyLine.hex(key))));
        blocks.add(new Block.Paragraph(words.get("paper.key.about"), Tone.BODY));
        blocks.add(codes(KeyLine.of(key), words.get("paper.key.alternative")));
    }

    private void voided(List<Block> blocks, VoidSlip slip) {
        blocks.add(new Block.Banner(words.get("paper.void.title")));
        blocks.add(new Block.Paragraph(slip.head().election(), Tone.STRONG));
        List<Block.Pair> facts = new ArrayList<>();
        facts.add(new Block.Pair(words.get("paper.machine"), slip.machine().value()));
        facts.add(new Block.Pair(words.get("paper.void.of"), words.get("paper.kind." + slip.of())));
        if (slip.contest() != null) {
            facts.add(new Block.Pair(words.get("paper.contest"), slip.contest().value()));
        }
        facts.add(new Block.Pair(words.get("paper.void.reason"), words.get("paper.reason." + slip.reason())));
        blocks.add(station(slip.head(), facts));
        blocks.add(new Block.Paragraph(words.get("paper.void.about"), Tone.BODY));
        if (slip.copy() != null) {
            blocks.add(copy(slip.copy()));
            blocks.add(new Block.Paragraph(
                    words.get("paper.void.next", slip.copy().again().printing()), Tone.STRONG));
        }
        if (slip.of() == Document.Kind.RECEIPT) {
            blocks.add(new Block.Paragraph(words.get("paper.void.fold"), Tone.STRONG));
            blocks.add(new Block.Paragraph(words.get("paper.void.again"), Tone.BODY));
        }
    }

    /** Places and station, and what else is to be said of it. */
    private Block station(StationHead head, List<Block.Pair> more) {
        List<Block.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < head.places().size(); i++) {
            pairs.add(new Block.Pair(
                    i == 0 ? words.get("paper.place") : "", head.places().get(i)));
        }
        pairs.add(new Block.Pair(words.get("paper.station"), head.station().value()));
        pairs.addAll(more);
        return new Block.Pairs(pairs);
    }

    private Block copy(Copy copy) {
        String which = words.get("paper.copy", copy.number(), copy.of());
        return new Block.Paragraph(
                copy.printing() == 1 ? which : which + " · " + words.get("paper.printing", copy.printing()),
                Tone.STRONG);
    }

    /** The last line of a sheet says its copy again, so that a strip that broke off is seen to be one. */
    private void end(List<Block> blocks, Copy copy) {
        blocks.add(copy(copy));
    }

    private void proof(List<Block> blocks, SignedSheet signed, SpokenHash software) {
        blocks.add(new Block.Section(words.get("paper.code.title")));
        blocks.add(new Block.Paragraph(words.get("paper.code.about"), Tone.SMALL));
        blocks.add(codes(signed.text(), words.get("paper.code.alternative")));
        blocks.add(new Block.Large(words.get("paper.sheet.print"), SheetPrint.of(signed)));
        blocks.add(groups("paper.software", software));
        blocks.add(groups("paper.definition", signed.sheet().definition()));
    }

    private Block codes(String text, String alternative) {
        List<PrintedCode> drawn = PrintedCode.of(text);
        List<Block.Code> codes = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            Optional<String> caption = drawn.size() == 1
                    ? Optional.empty()
                    : Optional.of(words.get("paper.code.part", i + 1, drawn.size()));
            codes.add(new Block.Code(caption, drawn.get(i)));
        }
        return new Block.Codes(codes, alternative);
    }

    private Block groups(String key, SpokenHash hash) {
        return new Block.Groups(words.get(key), List.of(hash.groups().split(" ", -1)));
    }

    private static List<String> fours(String digits) {
        List<String> fours = new ArrayList<>();
        for (int i = 0; i < digits.length(); i += 4) {
            fours.add(digits.substring(i, i + 4).toUpperCase(Locale.ROOT));
        }
        return fours;
    }

    private void signatures(List<Block> blocks, List<Signatory> signatories) {
        if (signatories.isEmpty()) {
            return;
        }
        blocks.add(new Block.Section(words.get("paper.signatures")));
        blocks.add(new Block.Paragraph(words.get("paper.signatures.about"), Tone.SMALL));
        blocks.add(new Block.Boxes(
                signatories.stream().map(one -> role(one, signatories)).toList(),
                words.get("paper.absent"),
                words.get("paper.refused")));
    }

    /** The role, with its number where there are several of it, and the body for which somebody is there. */
    private String role(Signatory one, List<Signatory> all) {
        boolean isAlone =
                all.stream().filter(other -> other.role() == one.role()).count() == 1;
        String role = words.get("paper.role." + one.role());
        String numbered = isAlone ? role : role + " " + one.number();
        return one.body() == null ? numbered : numbered + " · " + one.body();
    }
}
