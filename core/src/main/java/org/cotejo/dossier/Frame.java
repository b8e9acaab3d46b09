package org.cotejo.dossier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.bulletin.PublicLog;
import org.cotejo.bulletin.Publication;
import org.cotejo.bulletin.TakenPublication;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.custody.HeldLog;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.Register;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.EntryReader;
import org.cotejo.entry.EntryWriter;
import org.cotejo.entry.FiguresBytes;
import org.cotejo.entry.KeyBytes;
import org.cotejo.entry.ListingBytes;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.StationKey;
import org.jspecify.annotations.Nullable;

/**
 * The frame of an election as the entries so far state it: definition, places, register and sources, but no figures. It is
 * what an import must know before it adds to a folder, and what a {@link Dossier} hangs the figures on.
 *
 * <p>Stations listed by a register count alone once there is one; before that, every source may list stations. Not safe for
 * use by several threads while entries are applied.
 */
public final class Frame {
    /**
     * A later listing of a station, by a source that sees it in another place or with another register than the first.
     *
     * @param source index of the source
     * @param registered voters, or {@link Register#UNKNOWN}
     */
    public record Claim(int station, int source, int place, int registered) {}

    /**
     * What an audit committed to, and where.
     *
     * @param entry index of the entry
     */
    public record Committed(long entry, Commitment commitment) {}

    /**
     * A log of a machine, and where it was stated.
     *
     * @param entry index of the entry, of a frame made of blocks
     */
    public record GivenLog(long entry, HeldLog held) {}

    /** Stands for an entry that there is not. */
    public static final long NEVER = -1;

    private @Nullable ElectionDefinition definition;
    private final PlaceTree places = new PlaceTree();
    private Register register = new Register();
    private final List<Source> sources = new ArrayList<>();
    private final Map<SourceId, Integer> sourceIndexes = new HashMap<>();
    private final SourceFinder finder = new SourceFinder(sourceIndexes);
    private final List<Claim> claims = new ArrayList<>();
    private boolean isRegisterImported;
    private @Nullable Hash frozen;
    private int stationsFrozen;
    private final StationKeys keys = new StationKeys();
    private @Nullable PublicLog log;
    private final List<Publication> publications = new ArrayList<>();
    private final List<TakenPublication> taken = new ArrayList<>();
    private final Chronicle chronicle = new Chronicle();
    /** The source of the last listing that was read in place. */
    private int lister = -1;

    private final List<Committed> commitments = new ArrayList<>();
    private final Pictures pictures = new Pictures();
    private final List<GivenLog> machineLogs = new ArrayList<>();
    private long logOpenedAt = NEVER;
    private int sheetsSeen;

    /**
     * The frame that blocks of entries state, in their order; throws {@link FoldException} where they can't follow each other
     * or are no entries.
     */
    public static Frame of(List<EntryBlock> blocks) {
        FrameFold fold = new FrameFold();
        blocks.forEach(fold::add);
        return fold.frame();
    }

    /**
     * Takes the entries of the next block that are whole, and returns where the last of them ends. A loop of its own: every import goes
     * through millions of entries here before the Java machine has optimised anything.
     *
     * @param withRecords false for a caller that reads the entries that are no part of the frame itself, every one of them
     */
    int take(EntryBlock block, boolean withRecords, ListingBytes listing, KeyBytes key, EntryBlock.Sink beside) {
        byte[] bytes = block.bytes();
        int at = block.start();
        int length = block.lengthOf(at);
        while (length >= 0) {
            int offset = at + EntryBlock.LENGTH_BYTES;
            if (FiguresBytes.isFigures(bytes, offset, length)) {
                sheetsSeen += FiguresBytes.isSheet(bytes, offset, length) ? 1 : 0;
                beside.entry(bytes, offset, length);
            } else {
                if (withRecords || EntryReader.hasPlace(bytes, offset, length)) {
                    take(bytes, offset, length, listing, key);
                }
                if (!EntryReader.isFrameKind(bytes, offset, length)) {
                    beside.entry(bytes, offset, length);
                }
            }
            chronicle.count(length > 1 ? bytes[offset + 1] : 0);
            at = offset + length;
            length = block.lengthOf(at);
        }
        return at;
    }

    private void take(byte[] bytes, int offset, int length, ListingBytes listing, KeyBytes key) {
        try {
            if (listing.isPlainOfSameSource(bytes, offset, length)) {
                list(
                        lister,
                        bytes,
                        listing.stationAt(),
                        listing.stationLength(),
                        listing.place(),
                        listing.registered());
                return;
            }
            if (key.isPlain(bytes, offset, length)) {
                state(bytes, key);
                return;
            }
            if (!listing.isPlain(bytes, offset, length)) {
                Entry entry = read(bytes, offset, length);
                checkPlace(entry);
                place(entry);
                apply(entry);
                return;
            }
        } catch (CanonicalReader.Malformed e) {
            throw new FoldException(String.valueOf(e.getMessage()));
        }
        lister = finder.find(bytes, listing.custodianAt(), listing.custodianLength(), listing.sourceNumber());
        list(lister, bytes, listing.stationAt(), listing.stationLength(), listing.place(), listing.registered());
    }

    /** Refuses a publication that does not stand where it says. */
    private void checkPlace(Entry entry) {
        if (entry instanceof Entry.PublicationMade(Publication publication)) {
            if (publication.entries() != chronicle.entries()) {
                throw new FoldException(
                        "a publication of " + publication.entries() + " entries is entry " + chronicle.entries());
            }
            chronicle.publish(publication);
        }
    }

    /** Remembers where those entries stand whose order among all others matters. */
    private void place(Entry entry) {
        if (entry instanceof Entry.AuditCommitted(Commitment commitment)) {
            commitments.add(new Committed(chronicle.entries(), commitment));
        } else if (entry instanceof Entry.LogOpened && logOpenedAt == NEVER) {
            logOpenedAt = chronicle.entries();
        }
    }

    static Entry read(byte[] bytes, int offset, int length) {
        return EntryReader.read(bytes, offset, length).orThrow(problem -> new FoldException(problem.line("en")));
    }

    /** Takes one entry in; entries that are no part of the frame change nothing. */
    public void apply(Entry entry) {
        // Asked one by one: a switch over types is put together by the Java machine at its first use, and before their
        // figures most folders need no others.
        if (entry instanceof Entry.PlaceListed(int number, int parent, String name)) {
            list(number, parent, name);
        } else if (entry instanceof Entry.SourceOpened(Source source)) {
            open(source);
        } else if (entry instanceof Entry.StationListed listed) {
            list(listed);
        } else if (entry instanceof Entry.DefinitionStated(ElectionDefinition stated)) {
            definition = stated.knowing(definition);
        } else {
            applyRare(entry);
        }
    }

    private void list(int number, int parent, String name) {
        if (number != places.size()
                || parent >= number
                || places.find(parent, name) >= 0
                || places.depth(parent) >= PlaceTree.DEPTH_MOST) {
            throw new FoldException("place " + number + " '" + name + "' is listed out of turn");
        }
        places.add(parent, name);
    }

    private void applyRare(Entry entry) {
        switch (entry) {
            case Entry.DefinitionFrozen(Hash hash) -> {
                frozen = hash;
                stationsFrozen = register.size();
                keys.freeze();
            }
            case Entry.StationKeyStated(StationKey key) -> state(key);
            case Entry.LogOpened(PublicLog opened) -> log = opened;
            case Entry.PublicationMade(Publication publication) -> publications.add(publication);
            case Entry.PublicationTaken(TakenPublication publication) -> take(publication);
            case Entry.MachineLogGiven(HeldLog held) -> machineLogs.add(new GivenLog(chronicle.entries(), held));
            case Entry.PictureCommitted(CommittedPicture picture) -> commit(picture);
            case Entry.DefinitionStated _, Entry.PlaceListed _, Entry.SourceOpened _, Entry.StationListed _ -> {
                // taken before
            }
            case Entry.FiguresGiven _,
                    Entry.CorrectionMade _,
                    Entry.SignaturesSeen _,
                    Entry.IncidentReported _,
                    Entry.DenialStated _,
                    Entry.CustodyStepped _,
                    Entry.RosterPlanned _,
                    Entry.AuditScheduled _,
                    Entry.AnnouncementMade _,
                    Entry.DecisionMade _,
                    Entry.SheetGiven _,
                    Entry.CopyRetracted _,
                    Entry.AuditCommitted _,
                    Entry.CertificateGiven _ -> {
                // no part of the frame
            }
        }
    }

    private void open(Source source) {
        if (sourceIndexes.putIfAbsent(source.id(), sources.size()) != null) {
            throw new FoldException("source " + source.id() + " is opened twice");
        }
        sources.add(source);
        if (source.kind() == Source.Kind.REGISTER && !isRegisterImported) {
            isRegisterImported = true;
            keys.unlist(register);
            register = new Register();
            claims.clear();
        }
    }

    private void take(TakenPublication publication) {
        for (TakenPublication.Taken source : publication.sources()) {
            if (!sourceIndexes.containsKey(source.here())) {
                throw new FoldException("source " + source.here() + " was taken from a log and never opened");
            }
        }
        taken.add(publication);
    }

    private void commit(CommittedPicture picture) {
        if (definition().flatMap(known -> known.custodian(picture.holder())).isEmpty()) {
            throw new FoldException("a picture is of '" + picture.holder() + "', whom the definition does not know");
        }
        pictures.add(picture);
    }

    private void state(StationKey key) {
        CanonicalWriter entry = new CanonicalWriter();
        EntryWriter.write(new Entry.StationKeyStated(key), entry);
        byte[] bytes = entry.toBytes();
        KeyBytes read = new KeyBytes();
        read.over(bytes, 0, bytes.length);
        state(bytes, read);
    }

    private void state(byte[] bytes, KeyBytes key) {
        int station = register.find(bytes, key.stationAt(), key.stationLength());
        if (station >= 0) {
            keys.add(station, bytes, key.machineAt(), key.machineLength(), key.algorithm(), key.keyAt());
            return;
        }
        String code = new String(bytes, key.stationAt(), key.stationLength(), StandardCharsets.UTF_8);
        keys.addUnlisted(code, bytes, key.machineAt(), key.machineLength(), key.algorithm(), key.keyAt());
    }

    private void list(Entry.StationListed listed) {
        Integer source = sourceIndexes.get(listed.by());
        if (source == null) {
            throw new FoldException("station " + listed.station() + " is listed by a source that was never opened");
        }
        byte[] code = listed.station().value().getBytes(StandardCharsets.UTF_8);
        list(source, code, 0, code.length, listed.place(), listed.registered());
    }

    /** Lists a station by the UTF-8 bytes of its code, as {@link #apply} does with the entry. */
    public void list(int source, byte[] code, int offset, int length, int place, int registered) {
        if (place >= places.size()) {
            throw new FoldException("a station is listed in place " + place + ", which is not listed");
        }
        boolean mayAdd = !isRegisterImported || sources.get(source).kind() == Source.Kind.REGISTER;
        int station =
                mayAdd ? register.list(code, offset, length, place, registered) : register.find(code, offset, length);
        if (mayAdd && station < 0) {
            keys.listed(code, offset, length, ~station);
        } else if (station >= 0) {
            if (mayAdd && registered != Register.UNKNOWN && register.registered(station) == Register.UNKNOWN) {
                register.setRegistered(station, registered);
            }
            claims.add(new Claim(station, source, place, registered));
        }
    }

    /** The newest definition; empty while nothing was imported. */
    public Optional<ElectionDefinition> definition() {
        return Optional.ofNullable(definition);
    }

    public PlaceTree places() {
        return places;
    }

    public Register register() {
        return register;
    }

    /** Whether a register was imported, so that a station it lacks is unknown. */
    public boolean isRegisterImported() {
        return isRegisterImported;
    }

    /** All deliveries in the order in which they came in. */
    public List<Source> sources() {
        return Collections.unmodifiableList(sources);
    }

    /** The index of a source, or -1. */
    public int sourceIndex(SourceId id) {
        return sourceIndexes.getOrDefault(id, -1);
    }

    /** How many entries of figures that were passed over are signed sheets. */
    int sheetsSeen() {
        return sheetsSeen;
    }

    /** The id that the next delivery of a custodian gets. */
    public SourceId nextSource(CustodianId custodian) {
        int number = 1;
        while (sourceIndexes.containsKey(new SourceId(custodian, number))) {
            number++;
        }
        return new SourceId(custodian, number);
    }

    /** Later listings that differ from the first. */
    public List<Claim> claims() {
        return List.copyOf(claims);
    }

    /** The hash with which definition and register were frozen; empty if they were not. */
    public Optional<Hash> frozen() {
        return Optional.ofNullable(frozen);
    }

    /** The keys of machines, in the order in which they were stated. */
    public StationKeys keys() {
        return keys;
    }

    /** The key that counts of a machine: the first one that was stated of it and counts in this election; empty if there is none. */
    public Optional<StationKey> keyOf(StationCode station, MachineId machine) {
        int key = indexOfKey(station, machine);
        return key == StationKeys.NONE
                ? Optional.empty()
                : Optional.of(
                        new StationKey(station, machine, keys.algorithm(key), Ed25519Key.unenrolled(keys.bytes(key))));
    }

    private int indexOfKey(StationCode station, MachineId machine) {
        ElectionDefinition stated = definition;
        int listed = register.find(station);
        int key = listed < 0 ? StationKeys.NONE : keys.first(listed);
        while (key != StationKeys.NONE
                && !(keys.machine(key).equals(machine)
                        && (stated == null || keys.algorithm(key).countsIn(stated.id())))) {
            key = keys.next(key);
        }
        return key;
    }

    /** Whether the key that counts of a machine was stated before the definition was frozen; true where it never was. */
    public boolean isKeyInFrozen(StationCode station, MachineId machine) {
        return isKeyInFrozen(indexOfKey(station, machine));
    }

    /** Whether a key was stated before the definition was frozen; true where it never was. */
    public boolean isKeyInFrozen(int key) {
        return frozen == null || key < keys.frozen();
    }

    /** The log that sequences these entries; empty if there is none. */
    public Optional<PublicLog> log() {
        return Optional.ofNullable(log);
    }

    /** How many entries there are, and what each publication of them added; those applied one by one are not among them. */
    public Chronicle chronicle() {
        return chronicle;
    }

    /** What was published of these entries, in order. */
    public List<Publication> publications() {
        return List.copyOf(publications);
    }

    /** What audits committed to, in order; of a frame made of blocks. */
    public List<Committed> commitments() {
        return List.copyOf(commitments);
    }

    /** The pictures that bodies committed to. */
    public Pictures pictures() {
        return pictures;
    }

    /** The logs of machines, in order. */
    public List<GivenLog> machineLogs() {
        return Collections.unmodifiableList(machineLogs);
    }

    /** Index of the entry by which these entries got their first public log; {@link #NEVER} if they have none. */
    public long logOpenedAt() {
        return logOpenedAt;
    }

    /** What was taken from other logs, in order. */
    public List<TakenPublication> taken() {
        return List.copyOf(taken);
    }

    /** Number of stations listed when the definition was frozen; 0 if it never was. */
    public int stationsFrozen() {
        return stationsFrozen;
    }

    /** Whether a station was listed before the definition was frozen; true where it never was. */
    public boolean isInFrozen(int station) {
        return frozen == null || station < stationsFrozen;
    }

    /** Number of listed stations that are not in the committed definition; 0 where none was ever frozen. */
    public int stationsAfterFreeze() {
        return frozen == null ? 0 : Math.max(0, register.size() - stationsFrozen);
    }

    /** Stations of the definition that the register does not list. */
    public int unlisted() {
        ElectionDefinition stated = definition;
        return stated == null || stated.stations() == null ? 0 : Math.max(0, stated.stations() - register.size());
    }
}
