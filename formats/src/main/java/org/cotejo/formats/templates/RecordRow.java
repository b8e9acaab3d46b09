package org.cotejo.formats.templates;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Where;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.SignatureSlot;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.SideId;
import org.cotejo.definition.StationCode;
import org.cotejo.formats.text.Row;
import org.cotejo.formats.text.RowFile;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.StationKey;
import org.jspecify.annotations.Nullable;

/** One row of a file of records, read field by field by the names of its columns. */
record RecordRow(RowFile file, Row row, Known known) {
    /** The text of a column; empty where the file has no such column. */
    String text(String column) {
        return file.has(column) ? row.text(file.column(column)) : "";
    }

    Where where(String column) {
        return file.has(column) ? row.where(file.column(column)) : row.where();
    }

    String required(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            throw TemplateProblem.EMPTY.at(where(column));
        }
        return text;
    }

    StationCode station(String column) {
        required(column);
        return known.station(row.code(file.column(column)), where(column));
    }

    CustodianId custodian(String column) {
        return known.custodian(required(column), where(column));
    }

    @Nullable
    CustodianId custodianIfAny(String column) {
        return text(column).isEmpty() ? null : custodian(column);
    }

    @Nullable
    SideId sideIfAny(String column) {
        return text(column).isEmpty() ? null : known.side(text(column), where(column));
    }

    SourceId source(String column) {
        return known.source(required(column), where(column));
    }

    <E extends Enum<E>> E word(String column, Class<E> list) {
        return Words.of(list, required(column), where(column));
    }

    @Nullable
    Instant hourIfAny(String column) {
        return text(column).isEmpty() ? null : Words.hour(text(column), where(column));
    }

    LocalDate day(String column) {
        return Words.day(required(column), where(column));
    }

    @Nullable
    LocalDate dayIfAny(String column) {
        return text(column).isEmpty() ? null : day(column);
    }

    Hash hash(String column) {
        required(column);
        return requireNonNull(hashIfAny(column));
    }

    /** The key of a machine, as enrolment in this folder's election takes it. */
    StationKey key(String station, String machine, String algorithm, String key) {
        String hex = required(key);
        if (!hex.matches("[0-9a-fA-F]{64}")) {
            throw TemplateProblem.KEY.at(where(key), TemplateProblem.shown(hex));
        }
        Result<StationKey> enrolled = StationKey.enrolled(
                known.definition().id(),
                station(station),
                new MachineId(Words.id(required(machine), where(machine))),
                word(algorithm, KeyAlgorithm.class),
                HexFormat.of().parseHex(hex));
        return switch (enrolled) {
            case Result.Ok<StationKey>(StationKey value) -> value;
            case Result.Refused<StationKey>(Problem problem) ->
                throw new RefusedException(new Problem(problem.code(), where(key), problem.sentence()));
        };
    }

    @Nullable
    Hash hashIfAny(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9a-fA-F]{64}")) {
            throw TemplateProblem.HASH.at(where(column), TemplateProblem.shown(text));
        }
        return Hash.ofHex(text);
    }

    String seal(String column) {
        String text = text(column);
        if (!text.matches("[A-Za-z0-9-]{0," + CustodyEvent.SEAL_MOST + "}")) {
            throw TemplateProblem.SEAL.at(where(column), TemplateProblem.shown(text));
        }
        return text;
    }

    /** The number of a signature place; 1 where the file does not say. */
    int slotNumber(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return 1;
        }
        if (!text.matches("[0-9]{1,2}")
                || Integer.parseInt(text) < 1
                || Integer.parseInt(text) > SignatureSlot.SLOTS_MOST) {
            throw TemplateProblem.SLOT.at(where(column), TemplateProblem.shown(text));
        }
        return Integer.parseInt(text);
    }

    boolean yes(String column) {
        return switch (required(column)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw TemplateProblem.ROSTER.at(where(column), TemplateProblem.shown(text(column)));
        };
    }
}
