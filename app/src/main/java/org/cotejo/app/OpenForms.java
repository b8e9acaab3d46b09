package org.cotejo.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.boxes.AuditState;
import org.cotejo.audit.boxes.JudgedAudit;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.custody.AuditDraw;
import org.cotejo.custody.BoxCounts;
import org.cotejo.definition.Names;
import org.cotejo.definition.Register;
import org.cotejo.definition.StationCode;
import org.cotejo.formats.text.Row;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * What the forms of one {@code cotejo audit record} say of an audit that takes them: of each box or paper, its key, one content.
 *
 * @param <K> what a row is about
 * @param <V> what it says
 */
final class OpenForms<K, V> {
    private final JudgedAudit audit;
    private final Register register;
    private final AuditDraw draw;
    private final Set<StationCode> drawn;
    private final List<Figure> figures;
    private final Map<K, V> taken = new LinkedHashMap<>();
    private final Map<K, Where> places = new HashMap<>();

    /** Refuses an audit that takes no forms now. */
    OpenForms(FolderAudits audits, JudgedAudit audit) {
        AuditCommand.refuseVoid(audit);
        AuditDraw newest = audit.draw();
        if (newest == null || !isCounting(audit.state())) {
            Sentence state = audit.state().sentence();
            throw AuditProblem.STATE.of("--audit", state.en(), state.es());
        }
        this.audit = audit;
        this.register = audits.folder().frame(audits.blocks()).register();
        this.draw = newest;
        this.drawn = new HashSet<>(newest.draws());
        this.figures = BoxCounts.figuresOf(audit.auditedContest());
    }

    /** A settled audit too: what was recorded wrong can be put right. */
    private static boolean isCounting(AuditState state) {
        return state instanceof AuditState.Counting
                || state instanceof AuditState.FullCount
                || state instanceof AuditState.Confirmed
                || state instanceof AuditState.Refuted;
    }

    List<Figure> figures() {
        return figures;
    }

    String id() {
        return audit.id();
    }

    /** Whether every box or sheet of the plan is asked for. */
    boolean isFull() {
        return draw.isFull();
    }

    boolean isDrawn(StationCode station) {
        return drawn.contains(station);
    }

    /** The station of a row, also where its code lost leading zeros and only one fits; refuses one that nobody lists. */
    StationCode station(Row row, int column) {
        return station(register, row, column);
    }

    /** As {@link #station(Row, int)}, of any register. */
    static StationCode station(Register register, Row row, int column) {
        String text = row.code(column);
        if (Names.idFault(text).isEmpty()) {
            StationCode code = new StationCode(text);
            int station = register.find(code);
            station = station < 0 ? register.findWithoutZeros(code) : station;
            if (station >= 0) {
                return register.code(station);
            }
        }
        throw AuditProblem.NO_BOX.at(row.where(column), text);
    }

    /** Takes a row; the place of an earlier row of the same key that says something else, else null. */
    @Nullable
    Where take(K key, V value, Where where) {
        V before = taken.putIfAbsent(key, value);
        if (before != null && !before.equals(value)) {
            return places.get(key);
        }
        places.putIfAbsent(key, new Where(where.file(), where.line(), ""));
        return null;
    }

    /** How the refusal of other contents than those on record is worded. */
    @FunctionalInterface
    interface Recorded<K> {
        RefusedException of(K key);
    }

    /**
     * What the files say and the record does not; refused if that is nothing.
     *
     * @param recorded refuses other contents of what is on record; null where they are corrections
     */
    List<V> fresh(Map<K, V> onRecord, @Nullable Recorded<K> recorded, Where first) {
        List<V> fresh = new ArrayList<>();
        taken.forEach((key, value) -> {
            V before = onRecord.get(key);
            if (before != null && value.equals(before)) {
                return;
            }
            if (before != null && recorded != null) {
                throw recorded.of(key);
            }
            fresh.add(value);
        });
        if (fresh.isEmpty()) {
            throw AuditProblem.NOTHING_NEW.at(first);
        }
        return fresh;
    }
}
