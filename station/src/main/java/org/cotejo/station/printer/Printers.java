package org.cotejo.station.printer;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.station.paper.Drawing;
import org.cotejo.station.paper.PaperSize;

/** The printers that an address names. */
public final class Printers {
    private static final int PORT_MOST = 65_535;
    private static final Map<String, PaperSize> SIZES =
            Map.of("80", PaperSize.ROLL_80, "58", PaperSize.ROLL_58, "a4", PaperSize.A4);

    private Printers() {}

    /**
     * A printer by its address: {@code tcp:HOST:9100}, {@code device:/dev/usb/lp0}, {@code serial:/dev/ttyUSB0} or {@code
     * folder:DIR}. After a question mark: {@code paper=80} (usual) or {@code 58}; of a serial line {@code baud=115200} and {@code
     * handshake=yes} or {@code no}; of a folder {@code paper=a4} (usual), {@code 80} or {@code 58} and {@code as=pdf} or {@code
     * escpos}. Refused with PRINT-101, PRINT-102. Nothing is opened before something is printed.
     */
    public static Result<Printer> open(String address) {
        return open(address, Drawing.load());
    }

    /** With a drawing that the caller keeps. */
    public static Result<Printer> open(String address, Drawing drawing) {
        return open(address, drawing, Patience.USUAL);
    }

    static Result<Printer> open(String address, Drawing drawing, Patience patience) {
        int question = address.indexOf('?');
        String where = question < 0 ? address : address.substring(0, question);
        int colon = where.indexOf(':');
        String kind = colon < 0 ? "" : where.substring(0, colon);
        String rest = where.substring(colon + 1);
        Options options = Options.read(question < 0 ? "" : address.substring(question + 1));
        Optional<Printer> printer = switch (kind) {
            case "tcp" -> tcp(rest).map(line -> thermal(address, line, options, drawing, patience));
            case "device" -> path(rest).map(path -> thermal(address, new DeviceLine(path), options, drawing, patience));
            case "serial" ->
                path(rest).map(path -> thermal(address, serial(path, options), options, drawing, patience));
            case "folder" -> path(rest).map(path -> folder(address, path, options, drawing));
            default -> Optional.empty();
        };
        if (printer.isEmpty()) {
            return Result.refused(PrintProblem.ADDRESS.at("", address));
        }
        return options.problem(address).<Result<Printer>>map(Result::refused).orElseGet(() -> Result.ok(printer.get()));
    }

    private static Optional<Line> tcp(String where) {
        int colon = where.lastIndexOf(':');
        if (colon <= 0) {
            return Optional.empty();
        }
        String port = where.substring(colon + 1);
        boolean isPort = port.matches("[1-9][0-9]{0,4}") && Integer.parseInt(port) <= PORT_MOST;
        return isPort ? Optional.of(new TcpLine(where.substring(0, colon), Integer.parseInt(port))) : Optional.empty();
    }

    private static Optional<Path> path(String where) {
        try {
            return where.isBlank() ? Optional.empty() : Optional.of(Path.of(where));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Line serial(Path path, Options options) {
        int baud = Integer.parseInt(options.take("baud", "115200", "9600", "19200", "38400", "57600"));
        return new SerialLine(path, baud, options.take("handshake", "yes", "no").equals("yes"));
    }

    private static Printer thermal(String address, Line line, Options options, Drawing drawing, Patience patience) {
        PaperSize roll = SIZES.get(options.take("paper", "80", "58"));
        return new ThermalPrinter(address, line, roll == null ? PaperSize.ROLL_80 : roll, drawing, patience);
    }

    private static Printer folder(String address, Path folder, Options options, Drawing drawing) {
        FolderPrinter.Form form =
                FolderPrinter.Form.valueOf(options.take("as", "pdf", "escpos").toUpperCase(Locale.ROOT));
        PaperSize size = form == FolderPrinter.Form.PDF
                ? SIZES.get(options.take("paper", "a4", "80", "58"))
                : SIZES.get(options.take("paper", "80", "58"));
        return new FolderPrinter(address, folder, size == null ? PaperSize.A4 : size, form, drawing);
    }

    /** What stands after the question mark; what is asked for is taken out, and what is left over was not expected. */
    private static final class Options {
        private final Map<String, String> given = new LinkedHashMap<>();
        private Optional<String[]> wrong = Optional.empty();

        static Options read(String text) {
            Options options = new Options();
            for (String one : text.isEmpty() ? new String[0] : text.split("&", -1)) {
                int equals = one.indexOf('=');
                String name = equals < 0 ? one : one.substring(0, equals);
                if (options.given.put(name, equals < 0 ? "" : one.substring(equals + 1)) != null) {
                    options.refuse(one, name + "=... (1)");
                }
            }
            return options;
        }

        /** The value of an option, which is one of these; the first one where it is not given. */
        String take(String name, String usual, String... others) {
            String value = given.remove(name);
            if (value == null || value.equals(usual)) {
                return usual;
            }
            for (String other : others) {
                if (value.equals(other)) {
                    return value;
                }
            }
            refuse(name + "=" + value, name + "=" + usual + ", " + String.join(", ", others));
            return usual;
        }

        private void refuse(String found, String expected) {
            wrong = wrong.or(() -> Optional.of(new String[] {found, expected}));
        }

        Optional<Problem> problem(String address) {
            given.keySet().stream().findFirst().ifPresent(name -> refuse(name, "paper=, baud=, handshake=, as="));
            return wrong.map(both -> PrintProblem.OPTION.at(address, both[0], both[1]));
        }
    }
}
