package org.cotejo.station.box;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.base.Check;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.Names;
import org.jspecify.annotations.Nullable;

/**
 * What is in a box, as bytes whose number follows from the form alone: whatever was voted, however often, they are as many.
 *
 * @param number of this content; each step has one more
 * @param sums of each contest: its positions, then blank
 * @param waiting position of each contest of the vote whose receipt is looked at, 0 for blank; null where no vote waits
 * @param written what that voter wrote in each contest, mostly nothing; it goes with the vote, counted or not
 * @param day what the day keeps beside the votes, at most {@link #DAY_MOST} bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BoxContent(
        long number,
        boolean isClosed,
        BallotForm form,
        int[][] sums,
        int @Nullable [] waiting,
        List<String> written,
        byte[] day) {
    /** Most bytes that the day may keep. */
    static final int DAY_MOST = VoteBox.DAY_MOST;

    private static final int VERSION = 1;
    /** Of a ballot on which a name can be written. */
    private static final int VERSION_WRITTEN = 2;

    /** Letters of names are below U+10000, so each unit has at most three bytes. */
    private static final int NAME_BYTES = 3 * Choice.WrittenIn.NAME_MOST;

    private static final int ID_BYTES = 4 * Names.ID_MOST;
    private static final int HEAD = 1 + Long.BYTES + 1 + 1 + Integer.BYTES;

    /** A box with nothing in it. */
    static BoxContent empty(BallotForm form, long number, byte[] day) {
        int[][] sums = form.sizes().stream().map(size -> new int[size + 1]).toArray(int[][]::new);
        return new BoxContent(number, false, form, sums, null, List.of(), day);
    }

    private static int size(BallotForm form) {
        int size = HEAD + Integer.BYTES + DAY_MOST;
        for (int positions : form.sizes()) {
            size += Integer.BYTES + ID_BYTES + Integer.BYTES + (positions + 1) * Integer.BYTES + Integer.BYTES;
        }
        if (!form.writeIns().isEmpty()) {
            size += form.sizes().size() * (Integer.BYTES + Integer.BYTES + NAME_BYTES);
        }
        return size;
    }

    byte[] bytes() {
        Check.that(day.length <= DAY_MOST, "the day keeps %d bytes", day.length);
        ByteBuffer to = ByteBuffer.allocate(size(form));
        boolean hasWriteIns = !form.writeIns().isEmpty();
        to.put((byte) (hasWriteIns ? VERSION_WRITTEN : VERSION)).putLong(number);
        to.put((byte) (isClosed ? 1 : 0)).put((byte) (waiting == null ? 0 : 1)).putInt(sums.length);
        List<ContestId> contests = form.contests();
        for (int i = 0; i < sums.length; i++) {
            byte[] id = contests.get(i).value().getBytes(StandardCharsets.UTF_8);
            to.putInt(id.length).put(Arrays.copyOf(id, ID_BYTES));
            to.putInt(sums[i].length - 1);
            for (int sum : sums[i]) {
                to.putInt(sum);
            }
            to.putInt(waiting == null ? 0 : waiting[i]);
            if (hasWriteIns) {
                byte[] name = (waiting == null ? "" : written.get(i)).getBytes(StandardCharsets.UTF_8);
                to.putInt(form.writeIn(contests.get(i))).putInt(name.length).put(Arrays.copyOf(name, NAME_BYTES));
            }
        }
        to.putInt(day.length).put(Arrays.copyOf(day, DAY_MOST));
        return to.array();
    }

    /** Reads what {@link #bytes} wrote and a seal kept: anything else is a mistake of this program. */
    static BoxContent read(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        int version = from.get();
        Check.that(version == VERSION || version == VERSION_WRITTEN, "a box of version %d", version);
        long number = from.getLong();
        boolean isClosed = from.get() == 1;
        boolean hasWaiting = from.get() == 1;
        int contests = from.getInt();
        Map<ContestId, Integer> positions = new LinkedHashMap<>();
        List<int[]> sums = new ArrayList<>();
        Map<ContestId, Integer> writeIns = new LinkedHashMap<>();
        List<String> written = new ArrayList<>();
        int[] waiting = new int[contests];
        for (int i = 0; i < contests; i++) {
            int length = from.getInt();
            byte[] id = new byte[ID_BYTES];
            from.get(id);
            int[] of = new int[from.getInt() + 1];
            ContestId contest = new ContestId(new String(id, 0, length, StandardCharsets.UTF_8));
            positions.put(contest, of.length - 1);
            for (int j = 0; j < of.length; j++) {
                of[j] = from.getInt();
            }
            sums.add(of);
            waiting[i] = from.getInt();
            if (version == VERSION_WRITTEN) {
                int writeIn = from.getInt();
                if (writeIn > 0) {
                    writeIns.put(contest, writeIn);
                }
                int letters = from.getInt();
                byte[] name = new byte[NAME_BYTES];
                from.get(name);
                written.add(new String(name, 0, letters, StandardCharsets.UTF_8));
                Arrays.fill(name, (byte) 0);
            } else {
                written.add("");
            }
        }
        byte[] day = new byte[from.getInt()];
        from.get(day);
        return new BoxContent(
                number,
                isClosed,
                new BallotForm(positions, writeIns),
                sums.toArray(int[][]::new),
                hasWaiting ? waiting : null,
                hasWaiting ? List.copyOf(written) : List.of(),
                day);
    }

    BoxContent with(byte[] newDay) {
        return new BoxContent(number + 1, isClosed, form, sums, waiting, written, newDay);
    }

    /** With a vote that waits for its receipt. */
    BoxContent withWaiting(Ballot ballot, byte[] newDay) {
        Check.that(waiting == null && !isClosed, "no vote can be put in here");
        int[] vote = form.contests().stream()
                .mapToInt(contest -> switch (ballot.choice(contest)) {
                    case Choice.Picked(int position) -> position;
                    case Choice.WrittenIn(int position, String _) -> position;
                    case Choice.Blank() -> 0;
                })
                .toArray();
        List<String> names = form.contests().stream()
                .map(contest -> ballot.choice(contest) instanceof Choice.WrittenIn(int _, String name) ? name : "")
                .toList();
        return new BoxContent(number + 1, false, form, sums, vote, names, newDay);
    }

    /** With the waiting vote among the sums, or without it. */
    BoxContent withoutWaiting(boolean isCounted, byte[] newDay) {
        int[] vote = waiting;
        if (vote == null) {
            throw new IllegalStateException("no vote waits");
        }
        int[][] next = new int[sums.length][];
        for (int i = 0; i < sums.length; i++) {
            next[i] = sums[i].clone();
            if (isCounted) {
                int place = vote[i] == 0 ? next[i].length - 1 : vote[i] - 1;
                next[i][place] = Math.incrementExact(next[i][place]);
            }
        }
        return new BoxContent(number + 1, isClosed, form, next, null, List.of(), newDay);
    }

    BoxContent closed(byte[] newDay) {
        Check.that(waiting == null && !isClosed, "this box can't be closed");
        return new BoxContent(number + 1, true, form, sums, null, List.of(), newDay);
    }
}
