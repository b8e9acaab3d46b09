package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.SpokenHash;
import org.cotejo.dossier.Frame;
import org.cotejo.node.web.Reply;
import org.cotejo.node.web.Request;
import org.cotejo.node.web.Service;
import org.cotejo.sheet.PublishedLog;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SheetReader;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.sheet.StationKey;
import org.cotejo.tally.Figure;

/**
 * Takes the sheets and logs that machines send (docs/formats/station.md, section 5), each transmission a file in a folder, on the disk before it is
 * answered. What is not signed by a machine that the frozen definition lists is not kept: so strangers can't fill the disk. Nothing is
 * imported here; that is a person's act.
 */
final class SheetInbox implements Service {
    private static final String PATH = "/" + SheetPush.PATH;
    private static final String LOGS = "/" + SheetPush.LOGS;
    private static final int REFUSED = 422;
    private static final int FULL = 507;

    private final Frame frame;
    private final ElectionDefinition definition;
    private final String custodian;
    private final Path folder;
    private final long filesMost;

    /**
     * An inbox.
     *
     * @param frame of the election, with the keys of its machines
     * @param custodian who holds from here on what is sent
     * @param filesMost most files that the folder may hold
     */
    SheetInbox(Frame frame, ElectionDefinition definition, String custodian, Path folder, long filesMost) {
        this.frame = frame;
        this.definition = definition;
        this.custodian = custodian;
        this.folder = folder;
        this.filesMost = filesMost;
    }

    @Override
    public Reply answer(Request request) {
        if (!request.path().equals(PATH) && !request.path().equals(LOGS)) {
            return request.path().equals("/") && !request.method().equals("POST")
                    ? Reply.text(200, "intake of sheets of " + definition.id() + ": POST " + PATH + " or " + LOGS)
                    : Reply.text(404, "there is nothing here");
        }
        if (!request.method().equals("POST")) {
            return Reply.text(405, "POST was expected");
        }
        if (request.path().equals(LOGS)) {
            Optional<String> fault = faultOfLog(request.body());
            return fault.isPresent() ? Reply.text(REFUSED, fault.get()) : store(request.body(), request.body(), ".log");
        }
        List<SignedSheet> sheets = new ArrayList<>();
        Optional<String> fault = fault(request.body(), sheets);
        return fault.isPresent() ? Reply.text(REFUSED, fault.get()) : store(request.body(), file(sheets), ".txt");
    }

    /** Why these bytes are not the log of a machine that the frozen definition lists, each line signed with its key. */
    private Optional<String> faultOfLog(byte[] body) {
        return switch (PublishedLog.read(body)) {
            case Result.Refused<PublishedLog>(Problem problem) -> Optional.of(problem.line("en"));
            case Result.Ok<PublishedLog>(PublishedLog log) -> {
                if (!log.election().equals(definition.id())) {
                    yield Optional.of("a log of another election");
                }
                Optional<StationKey> key = frame.keyOf(log.station(), log.machine());
                yield key.isPresent()
                                && frame.isKeyInFrozen(log.station(), log.machine())
                                && log.facts(key.get()).isWhole()
                        ? Optional.empty()
                        : Optional.of("not signed throughout by a machine that the frozen definition lists");
            }
        };
    }

    /** Why these bytes are not the sheets of one machine of this election, all of them; else they are in {@code sheets}. */
    private Optional<String> fault(byte[] body, List<SignedSheet> sheets) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return Optional.of("UTF-8 was expected");
        }
        if (text.isEmpty() || !text.endsWith("\n")) {
            return Optional.of("texts of sheets were expected, each with a line feed behind it");
        }
        Set<Integer> numbers = new HashSet<>();
        for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
            switch (SheetReader.read(line)) {
                case Result.Refused<SignedSheet>(Problem problem) -> {
                    return Optional.of("line " + (sheets.size() + 1) + ": " + problem.line("en"));
                }
                case Result.Ok<SignedSheet>(SignedSheet sheet) -> {
                    Optional<String> why = fault(sheet, sheets.isEmpty() ? sheet : sheets.getFirst());
                    if (why.isPresent()) {
                        return Optional.of("line " + (sheets.size() + 1) + ": " + why.get());
                    }
                    sheets.add(sheet);
                    numbers.add(sheet.sheet().number());
                }
            }
        }
        int all = sheets.getFirst().sheet().of();
        return numbers.size() == all && sheets.size() == all
                ? Optional.empty()
                : Optional.of("all " + all + " sheets of the closing were expected, each once");
    }

    private Optional<String> fault(SignedSheet signed, SignedSheet first) {
        Sheet sheet = signed.sheet();
        Optional<Contest> contest = definition.contest(sheet.contest());
        if (!sheet.election().equals(definition.id())
                || frame.frozen()
                        .filter(hash -> SpokenHash.of(hash).equals(sheet.definition()))
                        .isEmpty()
                || contest.isEmpty()
                || Figure.positions(contest.get()).size() != sheet.votes().size()) {
            return Optional.of("a sheet of another election or definition");
        }
        if (!sheet.station().equals(first.sheet().station())
                || !sheet.machine().equals(first.sheet().machine())
                || sheet.of() != first.sheet().of()) {
            return Optional.of("a sheet of another machine or closing");
        }
        if (sheet.paper() != Sheet.Paper.FINAL) {
            return Optional.of("an opening report");
        }
        return isProven(signed)
                ? Optional.empty()
                : Optional.of("not signed by a machine that the frozen definition lists");
    }

    private boolean isProven(SignedSheet signed) {
        Sheet sheet = signed.sheet();
        return sheet.algorithm().countsIn(definition.id())
                && frame.isKeyInFrozen(sheet.station(), sheet.machine())
                && frame.keyOf(sheet.station(), sheet.machine())
                        .filter(signed::isSignedBy)
                        .isPresent();
    }

    private byte[] file(List<SignedSheet> sheets) {
        StringBuilder text = new StringBuilder("custodian=").append(custodian).append("\nway=transmitted\n");
        sheets.forEach(sheet -> text.append(sheet.text()).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One at a time; the same bytes are the same file. */
    private synchronized Reply store(byte[] body, byte[] kept, String ending) {
        Path file = folder.resolve(Sha256.of(body).hex() + ending);
        if (!Files.exists(file)) {
            if (files() >= filesMost) {
                return Reply.text(FULL, "this intake is full");
            }
            keep(file, kept);
        }
        return Reply.text(200, SheetPush.stored(body));
    }

    private long files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        } catch (IOException e) {
            throw new UncheckedIOException("looking into " + folder, e);
        }
    }

    private static void keep(Path file, byte[] bytes) {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel to = FileChannel.open(
                    aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    to.write(left);
                }
                to.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }
}
