package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;
import org.cotejo.verify.time.BlockHeaders;
import org.cotejo.verify.time.TimeTrust;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The files by which a person says whose clocks to believe: {@code --tsa-cert} and {@code --bitcoin-headers}. */
final class ClockFiles {
    private static final String AUTHORITIES = "--tsa-cert";
    private static final String HEADERS = "--bitcoin-headers";
    private static final JsonFactory JSON = new JsonFactory();

    private ClockFiles() {}

    static void options(CommandSpec spec) {
        Options.values(
                spec,
                AUTHORITIES,
                "FILE",
                "a certificate (PEM or DER) of a time-stamping authority that you believe, or of one above it");
        Options.value(
                spec,
                HEADERS,
                "FILE",
                null,
                "headers of Bitcoin blocks from a node that you believe: 80 bytes each from block 0 on, or JSON of height and"
                        + " hexadecimal digits");
    }

    static TimeTrust trust(CommandSpec spec) {
        List<X509Certificate> authorities = new ArrayList<>();
        for (String file : Options.texts(spec, AUTHORITIES)) {
            authorities.addAll(named(file, TimeTrust.certificates(bytes(file, TimeTrust.CERTIFICATES_MOST))));
        }
        String headers = Options.text(spec, HEADERS);
        return new TimeTrust(
                authorities,
                headers == null ? BlockHeaders.NONE : headers(headers, bytes(headers, BlockHeaders.SIZE_MOST)));
    }

    private static BlockHeaders headers(String file, byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != '{') {
            return named(file, BlockHeaders.ofChain(bytes));
        }
        Map<Long, byte[]> headers = new TreeMap<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                long height = Long.parseLong(json.currentName());
                if (json.nextToken() != JsonToken.VALUE_STRING) {
                    throw new NumberFormatException("block " + height);
                }
                headers.put(height, HexFormat.of().parseHex(json.getString()));
            }
            if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
                throw new NumberFormatException("after the last header");
            }
        } catch (JacksonException | IllegalArgumentException e) {
            throw new RefusedException(AppProblem.BLOCK_HEADERS.at(file, String.valueOf(e.getMessage())));
        }
        return named(file, BlockHeaders.ofHeights(headers));
    }

    private static <T> T named(String file, Result<T> read) {
        return switch (read) {
            case Result.Ok<T>(T value) -> value;
            case Result.Refused<T>(Problem problem) -> throw new RefusedException(problem.in(file));
        };
    }

    /** The bytes of a file; of a longer one just enough that it is seen to be too long. */
    static byte[] bytes(String file, int most) {
        try (var in = Files.newInputStream(Path.of(file))) {
            return in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
