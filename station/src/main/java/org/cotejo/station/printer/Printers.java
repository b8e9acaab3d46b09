package org.cotejo.station.printer;

import org.cotejo.base.Result;

/** The printers that an address names. */
public final class Printers {
    private Printers() {}

    /**
     * A printer by its address: {@code tcp:HOST:9100}, {@code device:/dev/usb/lp0}, {@code serial:/dev/ttyUSB0?baud=115200} or
     * {@code folder:DIR}, each with {@code ?paper=80}, {@code 58} or, of a folder, {@code a4}; refused with PRINT-1xx.
     */
    public static Result<Printer> open(String address) {
        return Result.refused(PrintProblem.ADDRESS.at("", address));
    }
}
