package org.cotejo.formats.templates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.custody.SignatureSlot;
import org.cotejo.custody.SignatureSlots;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.cotejo.formats.importer.InputFile;

/** {@code signatures.csv}: the signature places of each copy, one a row; rows of one copy may stand anywhere. */
final class SignaturesImport implements Importer {
    private record Copy(StationCode station, CustodianId holder) {}

    @Override
    public String name() {
        return "signatures";
    }

    @Override
    public Sentence what() {
        return new Sentence(
                "who signed, was absent or refused on each copy, by role and side, never by name",
                "quién firmó, faltó o se negó en cada copia, por función y parte, nunca por nombre");
    }

    @Override
    public ImportSummary run(ImportRequest request) {
        return ImportSession.run(this, request, SignaturesImport::read);
    }

    private static void read(InputFile file, ImportSession session) {
        Known known = Known.of(session, Where.file(file.name()));
        RecordFile records = RecordFile.open(file, session)
                .with(List.of("station", "holder", "role", "state"), List.of("side", "number"));
        session.keep(file);
        Map<Copy, List<SignatureSlot>> copies = new LinkedHashMap<>();
        records.forEachRecord(known, row -> {
            Copy copy = new Copy(row.station("station"), row.custodian("holder"));
            SignatureSlot slot = new SignatureSlot(
                    row.word("role", SignatureSlot.Role.class),
                    row.sideIfAny("side"),
                    row.slotNumber("number"),
                    row.word("state", SignatureSlot.State.class));
            List<SignatureSlot> slots = copies.computeIfAbsent(copy, _ -> new ArrayList<>());
            boolean isTwice =
                    slots.stream().anyMatch(other -> other.role() == slot.role() && other.number() == slot.number());
            if (isTwice || slots.size() == SignatureSlot.SLOTS_MOST) {
                throw TemplateProblem.SLOT_TWICE.at(
                        row.where("number"), row.text("role"), slot.number(), copy.station());
            }
            slots.add(slot);
        });
        copies.forEach((copy, slots) -> {
            session.add(
                    new Entry.SignaturesSeen(new SignatureSlots(copy.station(), copy.holder(), slots)),
                    records.where());
            session.count("signatures", slots.size());
        });
    }
}
