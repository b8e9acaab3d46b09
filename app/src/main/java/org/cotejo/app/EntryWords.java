package org.cotejo.app;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cotejo.base.Sentence;
import org.cotejo.entry.Entry;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Cells;
import org.jspecify.annotations.Nullable;

/** An entry for people: what kind of fact it is, and every value in it by its name in docs/formats/entries.md. */
final class EntryWords {
    private static final String INDENT = "  ";

    private EntryWords() {}

    static Sentence kind(Entry entry) {
        return switch (entry) {
            case Entry.DefinitionStated _ -> new Sentence("the election's definition", "la definición de la elección");
            case Entry.PlaceListed _ -> new Sentence("a place", "un lugar");
            case Entry.StationListed _ -> new Sentence("a station as listed", "una mesa según una lista");
            case Entry.DefinitionFrozen _ -> new Sentence("the definition frozen", "la definición congelada");
            case Entry.SourceOpened _ -> new Sentence("a delivery", "una entrega");
            case Entry.FiguresGiven _ -> new Sentence("figures of a station", "cifras de una mesa");
            case Entry.CorrectionMade _ -> new Sentence("a correction", "una corrección");
            case Entry.SignaturesSeen _ -> new Sentence("signature places of a copy", "casillas de firma de una copia");
            case Entry.IncidentReported _ -> new Sentence("an incident", "un incidente");
            case Entry.DenialStated _ -> new Sentence("a denial", "una negativa");
            case Entry.CustodyStepped _ -> new Sentence("a step of custody", "un paso de custodia");
            case Entry.RosterPlanned _ ->
                new Sentence("a place of a coverage plan", "un puesto de un plan de cobertura");
            case Entry.AuditScheduled _ -> new Sentence("an audit due", "una auditoría prevista");
            case Entry.AnnouncementMade _ -> new Sentence("an announcement", "un anuncio");
            case Entry.DecisionMade _ -> new Sentence("a decision", "una decisión");
            case Entry.StationKeyStated _ -> new Sentence("the key of a machine", "la clave de una máquina");
            case Entry.SheetGiven _ -> new Sentence("a signed sheet", "un acta firmada");
            case Entry.CopyRetracted _ -> new Sentence("a retraction", "un retiro");
            case Entry.AuditCommitted _ -> new Sentence("an audit's commitment", "un compromiso de auditoría");
            case Entry.LogOpened _ -> new Sentence("the log opened", "el registro abierto");
            case Entry.PublicationMade _ ->
                new Sentence("a publication of pages and data", "una publicación de páginas y datos");
            case Entry.PublicationTaken _ ->
                new Sentence("another log's publication, taken", "una publicación de otro registro, tomada");
            case Entry.CertificateGiven _ ->
                new Sentence("a certificate of a count of receipts", "una constancia de un conteo de comprobantes");
            case Entry.MachineLogGiven _ ->
                new Sentence("the log of a voting machine", "la bitácora de una máquina de votación");
            case Entry.PictureCommitted _ -> new Sentence("a picture, committed to", "una imagen, con su compromiso");
        };
    }

    /** Every value, one a line, deeper ones further in. */
    static List<String> lines(Entry entry) {
        List<String> lines = new ArrayList<>();
        add(entry, INDENT, lines);
        return lines;
    }

    private static void add(Object parent, String indent, List<String> lines) {
        for (RecordComponent part : parent.getClass().getRecordComponents()) {
            value(part.getName(), read(part, parent), indent, lines);
        }
    }

    private static void value(String name, @Nullable Object value, String indent, List<String> lines) {
        switch (value) {
            case null -> lines.add(indent + name + ": -");
            case Optional<?> maybe -> value(name, maybe.orElse(null), indent, lines);
            case Collection<?> all -> all(name, all, indent, lines);
            case Map<?, ?> map -> all(name, map.entrySet(), indent, lines);
            case Cells cells -> lines.add(indent + name + ": " + words(cells));
            case Record one
            when one.getClass().getRecordComponents().length == 1 ->
                value(name, read(one.getClass().getRecordComponents()[0], one), indent, lines);
            case Record one -> {
                lines.add(indent + name + ":");
                add(one, indent + INDENT, lines);
            }
            default -> lines.add(indent + name + ": " + value);
        }
    }

    /** In the order of the figures that the delivery's own entry names. */
    private static String words(Cells cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(cells::at)
                .map(cell -> switch (cell) {
                    case Cell.Written(int number) -> String.valueOf(number);
                    case Cell.Blank _ -> "blank";
                    case Cell.Illegible _ -> "illegible";
                })
                .collect(Collectors.joining(", "));
    }

    private static void all(String name, Collection<?> values, String indent, List<String> lines) {
        if (values.isEmpty()) {
            lines.add(indent + name + ": -");
        }
        int number = 0;
        for (Object one : values) {
            value(name + " " + ++number, one, indent, lines);
        }
    }

    private static @Nullable Object read(RecordComponent part, Object of) {
        try {
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("reading " + part.getName() + " of " + of.getClass(), e);
        }
    }
}
