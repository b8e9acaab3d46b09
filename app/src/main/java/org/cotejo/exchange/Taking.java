package org.cotejo.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.bulletin.LogOrigin;
import org.cotejo.bulletin.Publication;
import org.cotejo.bulletin.TakenPublication;
import org.cotejo.covered.PublicPng;
import org.cotejo.covered.RedactionProof;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.PlaceTree;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryReader;
import org.cotejo.entry.EntryWriter;
import org.cotejo.entry.FiguresBytes;
import org.cotejo.folder.Delivery;
import org.cotejo.folder.DeliveryTerms;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.tlog.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * Takes a publication that was proven into a folder as new sources (docs/formats/publication.md, section 8). Of a log that was taken
 * before it takes only what is new. Not safe for use by several threads.
 */
public final class Taking {

    private final ImportSession session;
    private final ProvenLog log;
    private final Frame here;
    private final MachineLogTaking logs;
    private final TakenBefore before;
    private final ElectionDefinition theirs;
    private final Map<SourceId, SourceId> sources = new HashMap<>();
    private final List<TakenPublication.Taken> taken = new ArrayList<>();
    private final Map<Class<?>, String> names = new HashMap<>();
    private final List<Sentence> notes = new ArrayList<>();

    private Taking(ImportSession session, ProvenLog log) {
        this.session = session;
        this.log = log;
        this.here = session.frame();
        this.logs = new MachineLogTaking(session, log);
        this.before = TakenBefore.of(here, log.head().checkpoint().origin());
        this.theirs = log.frame()
                .definition()
                .orElseThrow(() -> new RefusedException(ExchangeProblem.NO_ELECTION.at(log.address())));
        sources.putAll(before.sources());
    }

    /** Refuses the publication of the folder itself. */
    public static void checkOther(Frame here, String origin, String address) {
        if (here.log().filter(own -> own.origin().value().equals(origin)).isPresent()) {
            throw new RefusedException(ExchangeProblem.OWN_LOG.at(address, origin));
        }
    }

    /**
     * Adds to the session what a publication brings; the head was verified to continue the one taken before. Returns what a person
     * should know about it.
     */
    public static List<Sentence> take(ImportSession session, ProvenLog log, TakeWishes wishes) {
        Taking taking = new Taking(session, log);
        if (taking.before.size() == log.head().checkpoint().size()) {
            taking.notes.add(new Sentence(
                            "Nothing new: the {0} entries of the log \"{1}\" were taken before.",
                            "Nada nuevo: los {0} asientos del registro «{1}» se tomaron antes.")
                    .with(taking.before.size(), log.head().checkpoint().origin()));
            return taking.notes;
        }
        if (taking.here.definition().isEmpty()) {
            taking.adopt(wishes);
        } else {
            taking.new Joining(wishes).join();
        }
        taking.state();
        return taking.notes;
    }

    private Where where(long index) {
        return new Where(log.address(), index, "");
    }

    /** Takes one entry after the other that were not taken before, with its place in the log. */
    private interface Sink {
        void entry(long index, byte[] bytes, int offset, int length);
    }

    private void forEachNew(Sink sink) {
        long[] index = {0};
        log.blocks()
                .forEach(block -> block.forEach((bytes, offset, length) -> {
                    if (index[0] >= before.size()) {
                        sink.entry(index[0], bytes, offset, length);
                    }
                    index[0]++;
                }));
    }

    private static Entry read(byte[] bytes, int offset, int length) {
        return switch (EntryReader.read(bytes, offset, length)) {
            case Result.Ok<Entry>(Entry entry) -> entry;
            case Result.Refused<Entry>(var problem) -> throw new RefusedException(problem);
        };
    }

    /** Into a folder that holds nothing: definition, register, keys and all that follows, as they stand there. */
    private void adopt(TakeWishes wishes) {
        if (!wishes.custodians().isEmpty()) {
            CustodianId first = wishes.custodians().keySet().iterator().next();
            throw new RefusedException(ExchangeProblem.MAPPING.at(
                    "--custodian", first, "this folder is empty and takes the publication's bodies as they are"));
        }
        LogOwner owner = LogOwner.of(theirs, log, wishes);
        forEachNew((index, bytes, offset, length) -> {
            if (FiguresBytes.isFigures(bytes, offset, length)) {
                session.writer().append(new byte[0], bytes, offset, length);
                session.count("stations", 1);
                session.rowRead();
                return;
            }
            Entry entry = read(bytes, offset, length);
            if (entry instanceof Entry.SourceOpened(Source source)) {
                take(source.id(), source.id());
            }
            if (entry instanceof Entry.MachineLogGiven(var held)) {
                logs.keep(held);
            }
            if (!isOfItsLog(entry)) {
                keepCopy(entry);
                session.add(entry, where(index));
                count(entry, "");
            }
        });
        notes.add(owner.sentence());
        notes.add(new Sentence(
                "This folder was empty: it takes definition, register and keys of the publication as its own.",
                "Esta carpeta estaba vacía: toma como propias la definición, el registro y las claves de la"
                        + " publicación."));
    }

    /** What a log says of itself, or binds itself to: nothing that could be said of another folder. */
    private static boolean isOfItsLog(Entry entry) {
        return entry instanceof Entry.LogOpened
                || entry instanceof Entry.PublicationMade
                || entry instanceof Entry.PublicationTaken
                || entry instanceof Entry.AuditCommitted;
    }

    /** The public copy of a picture comes along with the entry that names it. */
    private void keepCopy(Entry entry) {
        if (entry instanceof Entry.PictureCommitted(CommittedPicture picture) && picture.copy() != null) {
            session.writer().keepBlob(log.blob(picture.copy().picture(), PublicPng.BYTES_MOST));
            session.writer().keepBlob(log.blob(picture.copy().proof(), RedactionProof.BYTES_MOST));
        }
    }

    private void take(SourceId there, SourceId hereId) {
        sources.put(there, hereId);
        taken.add(new TakenPublication.Taken(hereId, there));
    }

    private void count(Entry entry, String prefix) {
        String name = names.computeIfAbsent(
                entry.getClass(),
                kind -> kind.getSimpleName()
                        .replaceAll("([a-z])([A-Z])", "$1_$2")
                        .toLowerCase(Locale.ROOT));
        session.count(prefix.isEmpty() ? name : prefix + name, 1);
    }

    /** States what was taken and from where; the head is kept. It comes last in the segment, by which {@link KnownRecords} goes. */
    private void state() {
        Checkpoint head = log.head().checkpoint();
        List<TakenPublication.Taken> all = new ArrayList<>(taken);
        if (all.isEmpty()) {
            // Records alone came in: the deliveries that came from this log before stand for it.
            before.sources().forEach((there, ours) -> all.add(new TakenPublication.Taken(ours, there)));
        }
        if (all.isEmpty()) {
            notes.add(new Sentence(
                    "No delivery was taken, so that nothing is on record of this publication.",
                    "No se tomó ninguna entrega, así que nada consta de esta publicación."));
            return;
        }
        var checkpoint = session.writer().keepBlob(log.head().bytes());
        List<TakenPublication.Taken> part = new ArrayList<>();
        for (TakenPublication.Taken one : all) {
            part.add(one);
            Entry entry = stated(head, checkpoint, part);
            if (part.size() > 1 && size(entry) > Entry.SIZE_MOST) {
                part.removeLast();
                session.add(stated(head, checkpoint, part), where(0));
                part.clear();
                part.add(one);
            }
        }
        session.add(stated(head, checkpoint, part), where(0));
        session.count("publications", 1);
    }

    private static Entry stated(
            Checkpoint head, org.cotejo.crypto.Hash checkpoint, List<TakenPublication.Taken> sources) {
        return new Entry.PublicationTaken(
                new TakenPublication(new LogOrigin(head.origin()), head.size(), head.root(), checkpoint, sources));
    }

    private static int size(Entry entry) {
        CanonicalWriter bytes = new CanonicalWriter();
        EntryWriter.write(entry, bytes);
        return bytes.size();
    }

    /** Into a folder that has an election: what the log says, in the words of the folder. */
    private final class Joining {
        private final ElectionDefinition ours = here.definition().orElseThrow();
        private final WhoIsWho who;
        private final LogOwner owner;
        private final Speakers speakers;
        private final OnBehalf behalf;
        private final Ballots ballots;
        private final RecordTaking records;
        private final KnownRecords known =
                KnownRecords.of(session.blocks(), log.head().checkpoint().origin());
        /** The newest time that the publication states of itself. */
        private final Instant newest = log.frame().publications().stream()
                .map(Publication::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);

        private final Map<Source, CustodianId> fresh = new LinkedHashMap<>();
        private final Map<SourceId, Delivery> open = new HashMap<>();
        private final Map<SourceId, Long> rows = new HashMap<>();
        private final TreeMap<CustodianId, Integer> leftOut = new TreeMap<>();
        private final TreeMap<CustodianId, Integer> aheadOfTime = new TreeMap<>();
        private final FiguresBytes cursor = new FiguresBytes();
        private int[] cells = new int[Source.FIGURES_MOST];

        Joining(TakeWishes wishes) {
            boolean areStated = ours.origin() == ElectionDefinition.Origin.IMPORTED
                    && theirs.origin() == ElectionDefinition.Origin.IMPORTED;
            if (areStated && !ours.id().equals(theirs.id())) {
                throw new RefusedException(ExchangeProblem.OTHER_ELECTION.at(log.address(), theirs.id(), ours.id()));
            }
            this.who = new WhoIsWho(ours, theirs, wishes);
            this.owner = LogOwner.of(ours, log, wishes);
            this.speakers = new Speakers(here, before.here(), known.fromElsewhere(), owner, wishes.withSecondHand());
            this.behalf = new OnBehalf(speakers);
            this.ballots = new Ballots(log.address(), ours, theirs, wishes.isById());
            this.records = new RecordTaking(who, speakers, known, here.pictures(), sources, logs);
        }

        void join() {
            speakers.checkClaim(log.address());
            forEachNew((index, bytes, offset, length) -> {
                if (!isRow(bytes, offset, length)) {
                    Entry entry = read(bytes, offset, length);
                    if (entry instanceof Entry.SourceOpened(Source source) && source.kind() != Source.Kind.REGISTER) {
                        fresh.put(source, who.of(source.id().custodian()));
                    }
                    RecordTaking.bodies(entry).forEach(who::of);
                }
            });
            who.checkAllKnown(log.address());
            Map<SourceId, SourceId> same = SameDeliveries.find(session.blocks(), here, log.blocks(), fresh);
            fresh.forEach((source, body) -> sort(source, body, same.get(source.id())));
            forEachNew(this::entry);
            finish();
        }

        /** Entries of which there are very many, and which are never records. */
        private boolean isRow(byte[] bytes, int offset, int length) {
            return FiguresBytes.isFigures(bytes, offset, length);
        }

        /** A delivery is here already, or is taken, or is not for this log to bring. */
        private void sort(Source source, CustodianId body, @Nullable SourceId known) {
            Instant publishedAt = source.publishedAt();
            if (known != null) {
                // It came in otherwise: this log neither goes on with it nor retracts or corrects it.
                session.count("already_here", 1);
            } else if (!speakers.maySpeakFor(body)) {
                leftOut.merge(body, 1, Integer::sum);
            } else if (publishedAt != null && publishedAt.isAfter(newest)) {
                aheadOfTime.merge(body, 1, Integer::sum);
            } else {
                ballots.check(java.util.Objects.requireNonNull(source.contest()), source.figures());
                rows.put(source.id(), 0L);
            }
        }

        private void entry(long index, byte[] bytes, int offset, int length) {
            if (isRow(bytes, offset, length)) {
                row(index, bytes, offset, length);
                return;
            }
            Entry entry = read(bytes, offset, length);
            if (entry instanceof Entry.SourceOpened(Source source)) {
                if (rows.containsKey(source.id())) {
                    begin(index, source);
                } else if (source.kind() == Source.Kind.REGISTER) {
                    session.count("left_out_registers", 1);
                }
                return;
            }
            Optional<Entry> mapped = records.mapped(entry);
            if (mapped.isEmpty()) {
                leaveOut(entry);
            } else if (known.isStated(mapped.get())) {
                session.count("already_here", 1);
            } else {
                if (mapped.get() instanceof Entry.AnnouncementMade(var announcement)) {
                    ballots.checkAnnounced(announcement.contest(), announcement.figures());
                }
                keepCopy(mapped.get());
                session.add(mapped.get(), where(index));
                behalf.stated(mapped.get());
                count(entry, "");
            }
        }

        /** What is not taken is said, but for what states the other folder and its log. */
        private void leaveOut(Entry entry) {
            boolean isOfThere = isOfItsLog(entry)
                    || entry instanceof Entry.DefinitionStated
                    || entry instanceof Entry.PlaceListed
                    || entry instanceof Entry.StationListed
                    || entry instanceof Entry.DefinitionFrozen;
            if (!isOfThere || entry instanceof Entry.AuditCommitted) {
                count(entry, "left_out_");
            }
        }

        private void begin(long index, Source source) {
            CustodianId body = who.of(source.id().custodian());
            Delivery delivery = Delivery.begin(
                    session.writer(),
                    here,
                    new DeliveryTerms(
                            body,
                            who.sideOf(body),
                            source.kind(),
                            source.contest(),
                            source.provenance(),
                            source.figures(),
                            source.publishedAt(),
                            source.isPart(),
                            List.of(),
                            source.file()),
                    where(index));
            open.put(source.id(), delivery);
            take(source.id(), delivery.source());
            behalf.delivery(body);
            session.count("sources", 1);
        }

        /** A delivery that this log opened before, of which the head that was taken ended amid; null if it is none, or may not go on. */
        private @Nullable Delivery resumed(SourceId there) {
            SourceId opened = before.sources().get(there);
            if (opened == null) {
                return null;
            }
            if (!speakers.maySpeakFor(opened.custodian())) {
                session.count("left_out_rows", 1);
                return null;
            }
            Delivery delivery = Delivery.resume(session.writer(), here, opened);
            open.put(there, delivery);
            return delivery;
        }

        private void row(long index, byte[] bytes, int offset, int length) {
            cursor.over(bytes, offset, length);
            SourceId id = SameDeliveries.source(cursor, bytes);
            Delivery delivery = open.get(id);
            if (delivery == null) {
                delivery = resumed(id);
            }
            session.rowRead();
            if (delivery == null) {
                return;
            }
            rows.merge(id, 1L, Long::sum);
            if (cursor.isSheet()) {
                byte[] code = java.util.Arrays.copyOfRange(
                        bytes, cursor.stationAt(), cursor.stationAt() + cursor.stationLength());
                byte[] signed = java.util.Arrays.copyOfRange(
                        bytes, cursor.signedAt(), cursor.signedAt() + cursor.signedLength());
                byte[] signature = java.util.Arrays.copyOfRange(
                        bytes, cursor.signatureAt(), cursor.signatureAt() + SignedSheet.SIGNATURE_BYTES);
                delivery.sheet(code, cursor.way(), signed, signed.length, signature, where(index));
                return;
            }
            StationFigures.Paper paper = cursor.paper();
            StationFigures.Way way = cursor.way();
            int place = here.isRegisterImported() ? PlaceTree.COUNTRY : place(delivery, bytes, index);
            cursor.readCells(cells);
            delivery.station(bytes, cursor.stationAt(), cursor.stationLength(), place, paper, way, cells, where(index));
        }

        /** Where the publication lists a station that this folder does not have yet. */
        private int place(Delivery delivery, byte[] bytes, long index) {
            if (here.register().find(bytes, cursor.stationAt(), cursor.stationLength()) >= 0) {
                return PlaceTree.COUNTRY;
            }
            int there = log.frame().register().find(bytes, cursor.stationAt(), cursor.stationLength());
            List<String> names = there < 0
                    ? List.of()
                    : log.frame().places().path(log.frame().register().place(there));
            return delivery.place(names, where(index));
        }

        private void finish() {
            open.forEach((id, delivery) -> {
                if (rows.getOrDefault(id, 0L) > 0) {
                    session.count(delivery.finish(Where.file(log.address())));
                }
            });
            notes.add(owner.sentence());
            notes.addAll(behalf.sentences());
            sayLeftOut();
        }

        private void sayLeftOut() {
            leftOut.forEach((body, deliveries) -> {
                session.count("left_out_second_hand", deliveries);
                notes.add(new Sentence(
                                "Left out: {0} deliveries of {1}, of whom this folder has something from elsewhere,"
                                        + " while this log is not known to be {1}'s own. If it is, say --whose {1};"
                                        + " --second-hand take takes them all the same.",
                                "Se dejaron fuera {0} entregas de {1}, de quien esta carpeta tiene algo de otra"
                                        + " parte, y no consta que este registro sea de {1}. Si lo es, diga --whose {1};"
                                        + " --second-hand take las toma de todos modos.")
                        .with(deliveries, body));
            });
            aheadOfTime.forEach((body, deliveries) -> {
                session.count("left_out_ahead_of_time", deliveries);
                notes.add(new Sentence(
                                "Left out: {0} deliveries of {1} that say to be public since after {2}, the newest time"
                                        + " that the publication states of itself; they would outrank later true ones.",
                                "Se dejaron fuera {0} entregas de {1} que dicen ser públicas desde después de {2}, la"
                                        + " hora más reciente que la publicación declara de sí; valdrían más que otras"
                                        + " ciertas y posteriores.")
                        .with(deliveries, body, newest));
            });
        }
    }
}
