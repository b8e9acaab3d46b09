package org.cotejo.publication;

import org.cotejo.crypto.Hash;

/** Paths inside a publication: from its root, with {@code /}. */
public final class SitePath {
    public static final String CHECKPOINT = "checkpoint";

    /** Before everything of the log. */
    public static final String TILES = "tile/";

    /** Before every file that entries name by its hash. */
    public static final String BLOBS = "blob/";

    /** Before every timestamp that somebody attached: no manifest holds it. */
    public static final String TIMESTAMPS = "timestamp/";

    /** Lists the timestamps for those who read over the web, where files can't be listed. */
    public static final String TIMESTAMP_INDEX = TIMESTAMPS + "index";

    /** The signed list of mirrors: no manifest holds it, the log's key vouches for it. */
    public static final String MIRRORS = "mirrors";

    /** The list of files that the program keeps for itself; no part of the publication. */
    public static final String MARK = ".cotejo-site";

    private static final int LENGTH_MOST = 1000;
    private static final int PART_MOST = 200;

    private SitePath() {}

    /** Where the file with this hash lies. */
    public static String blob(Hash hash) {
        return BLOBS + "sha256/" + hash.hex().substring(0, 2) + "/" + hash.hex();
    }

    /** Whether a manifest may hold this path: plain characters, no step upward, and nothing that the log covers. */
    public static boolean isOfManifest(String path) {
        if (path.length() > LENGTH_MOST || isOfLog(path) || path.startsWith(TIMESTAMPS) || path.equals(MIRRORS)) {
            return false;
        }
        int partBegins = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i < path.length() && path.charAt(i) != '/') {
                if (!isPlain(path.charAt(i))) {
                    return false;
                }
                continue;
            }
            int length = i - partBegins;
            if (length == 0 || length > PART_MOST || path.charAt(partBegins) == '.') {
                return false;
            }
            partBegins = i + 1;
        }
        return true;
    }

    /** Whether the path is covered by the checkpoint or by a hash in an entry. */
    public static boolean isOfLog(String path) {
        return path.equals(CHECKPOINT) || path.startsWith(TILES) || path.startsWith(BLOBS);
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
    }
}
