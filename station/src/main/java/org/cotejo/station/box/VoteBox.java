package org.cotejo.station.box;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.OneSeal;
import org.cotejo.definition.ContestId;
import org.jspecify.annotations.Nullable;

/**
 * The electronic box. Each step writes all of it, in a fixed number of bytes, under a fresh key into the slot that is not in use,
 * forces both to the disk, and then overwrites the key of the step before: until that is done the step before still opens, and afterwards
 * nothing but this one does. Not safe for use by several threads; after a failure of the disk it takes no further step.
 */
public final class VoteBox {
    /** Most bytes that may be kept beside the votes. */
    public static final int DAY_MOST = 8_192;

    private static final int IMAGE_MOST = 1 << 26;

    private final Disk disk;
    private final BoxFiles files;
    private final byte[] about;
    private final SecureRandom random;
    private BoxContent content;
    private int slot;
    private boolean isBroken;

    private VoteBox(Disk disk, BoxFiles files, byte[] about, SecureRandom random, BoxContent content, int slot) {
        this.disk = disk;
        this.files = files;
        this.about = about.clone();
        this.random = random;
        this.content = content;
        this.slot = slot;
    }

    /**
     * Makes an empty box, into which nobody can vote before {@link #load}, in two folders that are there.
     *
     * @param about what the box belongs to: it opens only with the same bytes
     * @param day what is kept beside the votes
     */
    public static void create(Disk disk, BoxFiles files, byte[] about, SecureRandom random, byte[] day) {
        OneSeal key = OneSeal.fresh(random);
        byte[] image = key.seal(BoxContent.empty(BallotForm.NONE, 1, day).bytes(), about);
        disk.create(files.key(0), key.bytes());
        disk.create(files.key(1), new byte[OneSeal.SIZE]);
        disk.create(files.image(0), image);
        disk.create(files.image(1), new byte[image.length]);
        key.forget();
        disk.forceFolder(files.keys());
        disk.forceFolder(files.images());
    }

    /** Opens a box and finishes the step in which it was cut off, if it was; refused (BOX-201) where nothing opens. */
    public static Result<VoteBox> open(Disk disk, BoxFiles files, byte[] about, SecureRandom random) {
        @Nullable BoxContent newest = null;
        int slot = -1;
        for (int i = 0; i < BoxFiles.SLOTS; i++) {
            @Nullable BoxContent content = read(disk, files, about, i);
            if (content != null && (newest == null || content.number() > newest.number())) {
                newest = content;
                slot = i;
            }
        }
        if (newest == null) {
            return Result.refused(BoxProblem.CLOSED_BOX.in(files.images()));
        }
        VoteBox box = new VoteBox(disk, files, about, random, newest, slot);
        // A process that was killed may have left this step in the system's memory alone: it must be safe before the
        // other one goes.
        disk.force(files.image(slot));
        disk.force(files.key(slot));
        box.destroyKey(1 - slot);
        return Result.ok(box);
    }

    private static @Nullable BoxContent read(Disk disk, BoxFiles files, byte[] about, int slot) {
        Optional<byte[]> key = disk.read(files.key(slot), OneSeal.SIZE).filter(bytes -> bytes.length == OneSeal.SIZE);
        Optional<byte[]> image = disk.read(files.image(slot), IMAGE_MOST);
        if (key.isEmpty() || image.isEmpty()) {
            return null;
        }
        return OneSeal.kept(key.get())
                .open(image.get(), about)
                .map(BoxContent::read)
                .orElse(null);
    }

    /** What is kept beside the votes. */
    public byte[] day() {
        return content.day().clone();
    }

    /** How many positions its contests have. */
    public BallotForm form() {
        return content.form();
    }

    /** Fixes the form of its ballots; nothing may have been voted. */
    public void load(BallotForm form, byte[] day) {
        Check.that(content.form().equals(BallotForm.NONE), "this box is loaded");
        step(BoxContent.empty(form, content.number() + 1, day));
    }

    /** Changes what is kept beside the votes and nothing else. */
    public void note(byte[] day) {
        step(content.with(day));
    }

    /** Puts a vote in, to wait for its receipt; the ballot must fit the form. */
    public void put(Ballot ballot, byte[] day) {
        step(content.withWaiting(form().check(ballot).orThrow(), day));
    }

    /** The vote that waits for its receipt. */
    public Optional<Ballot> waiting() {
        int[] vote = content.waiting();
        if (vote == null) {
            return Optional.empty();
        }
        Map<ContestId, Choice> choices = new LinkedHashMap<>();
        List<ContestId> contests = form().contests();
        for (int i = 0; i < vote.length; i++) {
            choices.put(contests.get(i), choice(vote[i], content.written().get(i)));
        }
        return Optional.of(new Ballot(choices));
    }

    private static Choice choice(int position, String written) {
        if (position == 0) {
            return new Choice.Blank();
        }
        return written.isEmpty() ? new Choice.Picked(position) : new Choice.WrittenIn(position, written);
    }

    /** Adds the waiting vote to the sums, where it can't be told from the others. */
    public void count(byte[] day) {
        step(content.withoutWaiting(true, day));
    }

    /** Takes the waiting vote out, as if it had never been there. */
    public void takeOut(byte[] day) {
        step(content.withoutWaiting(false, day));
    }

    /** Closes the box for good: nothing goes in any more, and the sums may be read. */
    public void close(byte[] day) {
        step(content.closed(day));
    }

    public boolean isClosed() {
        return content.isClosed();
    }

    /** Whether nothing at all is in it: what the opening report states. */
    public boolean isEmpty() {
        for (int[] sums : content.sums()) {
            for (int sum : sums) {
                if (sum != 0) {
                    return false;
                }
            }
        }
        return content.waiting() == null;
    }

    /** The sums of each contest; only of a box that is closed. */
    public List<ContestCount> counts() {
        Check.that(isClosed(), "nobody looks into a box that is open");
        List<ContestCount> counts = new ArrayList<>();
        List<ContestId> contests = form().contests();
        for (int i = 0; i < contests.size(); i++) {
            int[] of = content.sums()[i];
            List<Integer> votes = new ArrayList<>();
            for (int j = 0; j < of.length - 1; j++) {
                votes.add(of[j]);
            }
            counts.add(new ContestCount(contests.get(i), votes, of[of.length - 1]));
        }
        return counts;
    }

    private void step(BoxContent next) {
        Check.that(!isBroken, "the disk failed; the box must be opened anew");
        isBroken = true;
        int other = 1 - slot;
        OneSeal key = OneSeal.fresh(random);
        byte[] image = key.seal(next.bytes(), about);
        disk.write(files.key(other), 0, key.bytes());
        disk.write(files.image(other), 0, image);
        // What a longer image left that was cut off while a definition was being loaded would spoil this one.
        disk.truncate(files.image(other), image.length);
        key.forget();
        disk.force(files.image(other));
        disk.force(files.key(other));
        destroyKey(slot);
        slot = other;
        content = next;
        isBroken = false;
    }

    /** What was sealed with this key is gone from here on. */
    private void destroyKey(int of) {
        disk.write(files.key(of), 0, new byte[OneSeal.SIZE]);
        disk.force(files.key(of));
    }

    @Override
    public String toString() {
        return "an electronic box, " + (isClosed() ? "closed" : "open");
    }
}
