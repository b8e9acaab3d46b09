package org.cotejo.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.cotejo.base.Problem;
import org.cotejo.base.Progress;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.capture.Extras;
import org.cotejo.capture.PictureReader;
import org.cotejo.capture.PrintUse;
import org.cotejo.capture.checker.Checked;
import org.cotejo.capture.checker.Checker;
import org.cotejo.capture.checker.ContestVotes;
import org.cotejo.capture.checker.Known;
import org.cotejo.capture.checker.ReadText;
import org.cotejo.capture.checker.SheetReading;
import org.cotejo.capture.likeness.Alike;
import org.cotejo.capture.picture.HeicDecoder;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.formats.importer.ImportSession;

/**
 * Pictures of sheets as copies of one custodian. First every picture is read, which takes hours for a country and can be stopped and
 * gone on with; then what counts goes into the folder in one change. Each picture is kept in the private part; the entry names a list of
 * their hashes, salted, so that nobody can try out what stands on one.
 */
public final class ImagesDelivery {
    private final Path folder;
    private final TextsKept kept;
    private final DoubtsKept doubts;
    private final PrintUse print;
    private final HeicDecoder heic;
    private final Progress progress;
    private final Consumer<Sentence> listener;
    private final Map<Path, TextsKept.Texts> read = new LinkedHashMap<>();
    private final TreeMap<String, Long> counts = new TreeMap<>();

    /** {@code listener} hears of each picture that gave no sheet that counts. */
    public ImagesDelivery(
            Path electionFolder, PrintUse print, HeicDecoder heic, Progress progress, Consumer<Sentence> listener) {
        this.folder = electionFolder;
        this.print = print;
        this.heic = heic;
        this.doubts = new DoubtsKept(electionFolder);
        this.kept = new TextsKept(electionFolder, print);
        this.progress = progress;
        this.listener = listener;
    }

    /** Reads all pictures that were not read before. */
    public void read(List<Path> files) {
        Map<Path, Hash> hashes = new LinkedHashMap<>();
        Map<Hash, Path> first = new HashMap<>();
        List<Path> unread = new ArrayList<>();
        for (Path file : files) {
            Hash hash = hash(file);
            Path same = first.putIfAbsent(hash, file);
            if (same != null) {
                miss(file, PicturesProblem.SAME_FILE.at(file.toString(), same.getFileName()));
                count("same_file", 1);
                continue;
            }
            hashes.put(file, hash);
            if (kept.of(hash).isEmpty()) {
                unread.add(file);
            }
        }
        count("pictures", files.size());
        count("read_before", hashes.size() - unread.size());
        PrintForms forms = new PrintForms(listener);
        new PictureBatch(
                        () -> new PictureReader(new Checker(null), print, forms, heic),
                        () -> print == PrintUse.NEVER ? null : new Extras(false, true),
                        progress)
                .run(unread, this::keep);
        hashes.forEach((file, hash) -> kept.of(hash).ifPresent(texts -> read.put(file, texts)));
    }

    private static Hash hash(Path file) {
        try {
            return Sha256.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    private void keep(PictureRead picture) {
        picture.reading().ifPresent(reading -> {
            Extras extras = picture.extras();
            if (extras != null) {
                doubts.keepCrops(reading.hash(), extras);
            }
            TextsKept.Texts texts = TextsKept.Texts.of(reading);
            if (reading.problems().stream().anyMatch(HeicDecoder::isMissing)) {
                // Read anew as soon as somebody names a program for it.
                read.put(picture.file(), texts);
            } else {
                kept.keep(texts);
            }
        });
        picture.problem().ifPresent(problem -> {
            miss(picture.file(), problem);
            count("failed", 1);
        });
    }

    /** A sheet that counts, and the pictures that show it. */
    record Shown(SheetReading reading, List<Path> pictures) {}

    /** Puts what counts into the folder. */
    public void deliver(ImportSession session, CopyTerms terms) {
        Known known = Known.of(session.frame())
                .orElseThrow(() -> new RefusedException(PicturesProblem.NO_DEFINITION.at("--into")));
        Checker checker = new Checker(known);
        Map<String, Shown> sheets = new LinkedHashMap<>();
        List<ReadText> parts = new ArrayList<>();
        Map<String, List<Path>> partsOf = new HashMap<>();
        Map<Path, String> stations = new HashMap<>();
        read.forEach((file, texts) -> {
            List<Checked> checked = checker.check(texts.texts(), texts.print());
            for (Checked one : checked) {
                if (one instanceof Checked.Taken taken) {
                    show(sheets, taken.reading(), List.of(file));
                    stations.put(file, taken.reading().station());
                    count(taken.proof() == Checked.Proof.FIGURES_AND_WORDS ? "by_print" : "by_code", 1);
                } else if (one instanceof Checked.Doubtful doubtful
                        && doubtful.reading().isEmpty()) {
                    // A part alone: its fellows may be in other pictures.
                    texts.texts().stream()
                            .filter(text -> doubtful.texts().contains(text.text()))
                            .forEach(parts::add);
                    doubtful.texts()
                            .forEach(text -> partsOf.computeIfAbsent(text, _ -> new ArrayList<>())
                                    .add(file));
                }
            }
            if (checked.stream().noneMatch(Checked.Taken.class::isInstance)) {
                listMiss(file, texts, checked);
            }
        });
        alike(stations);
        for (Checked one : checker.check(parts)) {
            if (one instanceof Checked.Taken taken) {
                List<Path> pictures = taken.reading().texts().stream()
                        .flatMap(text -> partsOf.getOrDefault(text, List.of()).stream())
                        .distinct()
                        .toList();
                show(sheets, taken.reading(), pictures);
                count("joined", 1);
            }
        }
        forPeople(stations, terms);
        if (sheets.isEmpty()) {
            throw new RefusedException(PicturesProblem.NO_SHEET.at("", read.size()));
        }
        count("sheets", sheets.size());
        new CopyWriter(session, terms).write(List.copyOf(sheets.values()), this::hashOf);
        counts.forEach(session::count);
    }

    /** Keeps what people must look at, which is most where nothing counts. */
    private void forPeople(Map<Path, String> stations, CopyTerms terms) {
        doubts.write();
        if (doubts.added() > 0) {
            say(PicturesProblem.FOR_PEOPLE.at(doubts.table().toString(), doubts.added()));
        }
        SlotProposal proposal = new SlotProposal();
        stations.forEach((file, station) -> proposal.add(station, texts(file).slots()));
        if (!proposal.isEmpty()) {
            byte[] csv = proposal.csv(terms.custodian());
            String name = "signatures-" + terms.custodian().value() + '-'
                    + Sha256.of(csv).hex().substring(0, 16) + ".csv";
            say(PicturesProblem.PROPOSAL.at(
                    DoubtsKept.propose(folder, name, csv).toString(), proposal.copies()));
        }
        read.forEach((file, texts) -> texts.hints().forEach(hint -> {
            miss(file, hint.problem());
            count("hints", 1);
        }));
    }

    /** Tells which pictures look like one that was given before; they stay evidence, since looking alike proves nothing. */
    private void alike(Map<Path, String> stations) {
        Alike alike = new Alike();
        List<Path> files = new ArrayList<>();
        read.forEach((file, texts) -> {
            if (texts.likeness() == null) {
                return;
            }
            files.add(file);
            alike.add(texts.likeness()).map(files::get).ifPresent(first -> {
                String station = stations.get(file);
                boolean isOther =
                        station != null && stations.containsKey(first) && !station.equals(stations.get(first));
                PicturesProblem problem = isOther ? PicturesProblem.OTHER_STATION : PicturesProblem.SAVED_AGAIN;
                miss(file, problem.at(file.toString(), first.getFileName()));
                count(isOther ? "looks_alike_other_station" : "looks_alike", 1);
            });
        });
    }

    private Hash hashOf(Path picture) {
        return texts(picture).picture();
    }

    private TextsKept.Texts texts(Path picture) {
        TextsKept.Texts texts = read.get(picture);
        if (texts == null) {
            throw new IllegalArgumentException("no texts of " + picture);
        }
        return texts;
    }

    /** Several pictures of one sheet are evidence for one copy. */
    private void show(Map<String, Shown> sheets, SheetReading reading, List<Path> pictures) {
        StringBuilder key = new StringBuilder(reading.station()).append(reading.paper());
        for (ContestVotes contest : reading.contests()) {
            key.append('\n').append(contest.contest()).append(contest.cells());
        }
        if (reading.signed() != null) {
            key.append('\n').append(reading.signed().text());
        }
        Shown before = sheets.get(key.toString());
        if (before == null) {
            sheets.put(key.toString(), new Shown(reading, pictures));
        } else {
            List<Path> all = new ArrayList<>(before.pictures());
            all.addAll(pictures);
            sheets.put(key.toString(), new Shown(before.reading(), all));
            count("more_pictures_of_a_sheet", 1);
        }
    }

    private void listMiss(Path file, TextsKept.Texts texts, List<Checked> checked) {
        boolean isDoubtful = false;
        for (Checked one : checked) {
            isDoubtful |= one instanceof Checked.Doubtful;
            Verdict.problems(one).forEach(problem -> miss(file, problem));
        }
        texts.problems().forEach(problem -> miss(file, problem));
        if (!isDoubtful && texts.problems().isEmpty()) {
            miss(file, PicturesProblem.NOTHING.at(file.toString()));
        }
        doubts.list(texts.picture(), texts.print(), isDoubtful ? "doubtful" : "without_sheet");
        count(isDoubtful ? "doubtful" : "without_sheet", 1);
    }

    private void miss(Path file, Problem problem) {
        say(new Problem(problem.code(), Where.file(file.toString()), problem.sentence()));
    }

    private void say(Problem problem) {
        listener.accept(new Sentence(problem.line("en"), problem.line("es")));
    }

    private void count(String name, long more) {
        counts.merge(name, more, Long::sum);
    }
}
