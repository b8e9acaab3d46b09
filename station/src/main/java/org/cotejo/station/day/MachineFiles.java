package org.cotejo.station.day;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.definition.Names;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.StationKey;
import org.cotejo.station.box.BoxFiles;
import org.cotejo.station.box.Disk;

/**
 * The files of one machine's folder (docs/formats/station.md, section 1). What is secret lies in {@code keys} and nowhere else.
 *
 * @param folder of the machine
 */
record MachineFiles(Path folder) {
    private static final int TEXT_MOST = 4_096;
    private static final String KEY_WORD = "cotejo-station-key ";
    private static final Pattern IDENTITY = Pattern.compile("""
            cotejo station machine 1
            election (\\S+)
            station (\\S+)
            machine (\\S+)
            algorithm (\\S+)
            key ([0-9a-f]{64})
            hardware ([0-9a-f]*)
            """);

    Path keys() {
        return folder.resolve("keys");
    }

    Path secret() {
        return keys().resolve("station.key");
    }

    /** Made last: a folder without it is no machine. */
    Path identity() {
        return folder.resolve("machine.txt");
    }

    Path definition() {
        return folder.resolve("definition");
    }

    Path log() {
        return folder.resolve("log.txt");
    }

    BoxFiles box() {
        return new BoxFiles(folder, keys());
    }

    static String text(MachineIdentity identity) {
        StationKey key = identity.key();
        return "cotejo station machine 1\nelection " + identity.election() + "\nstation " + key.station() + "\nmachine "
                + key.machine() + "\nalgorithm " + key.algorithm().label() + "\nkey " + key.key() + "\nhardware "
                + identity.hardware() + "\n";
    }

    /** The identity that lies here; nothing where there is none, or one that is malformed. */
    Optional<MachineIdentity> readIdentity(Disk disk) {
        return disk.read(identity(), TEXT_MOST).flatMap(MachineFiles::parse);
    }

    private static Optional<MachineIdentity> parse(byte[] bytes) {
        Matcher form = IDENTITY.matcher(utf8(bytes));
        if (!form.matches()
                || !Names.idFault(form.group(1)).isEmpty()
                || !Names.idFault(form.group(2)).isEmpty()
                || !Names.idFault(form.group(3)).isEmpty()) {
            return Optional.empty();
        }
        return Arrays.stream(KeyAlgorithm.values())
                .filter(each -> each.label().equals(form.group(4)))
                .findFirst()
                .flatMap(algorithm -> switch (StationKey.enrolled(
                        form.group(1),
                        new StationCode(form.group(2)),
                        new MachineId(form.group(3)),
                        algorithm,
                        HexFormat.of().parseHex(form.group(5)))) {
                    case org.cotejo.base.Result.Ok<StationKey>(StationKey key) ->
                        Optional.of(new MachineIdentity(form.group(1), key, form.group(6)));
                    case org.cotejo.base.Result.Refused<StationKey> _ -> Optional.empty();
                });
    }

    /** Bytes as text; what is not UTF-8 becomes a text that no form takes. */
    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    static byte[] bytes(Ed25519Secret secret) {
        return (KEY_WORD + HexFormat.of().formatHex(secret.seed()) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** The private key that lies here; nothing where there is none, or one that is malformed. */
    Optional<Ed25519Secret> readSecret(Disk disk) {
        return disk.read(secret(), TEXT_MOST)
                .map(MachineFiles::utf8)
                .filter(text -> text.matches(KEY_WORD + "[0-9a-f]{64}\n"))
                .map(text -> Ed25519Secret.ofSeed(
                        HexFormat.of().parseHex(text.strip().substring(KEY_WORD.length()))));
    }

    /** All folders of a machine, in the order in which they are made. */
    List<Path> folders() {
        return List.of(folder, keys());
    }
}
