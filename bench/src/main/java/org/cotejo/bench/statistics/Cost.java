package org.cotejo.bench.statistics;

import java.util.Map;

/** Something to be measured: data made once, then the same work as often as asked. */
interface Cost {
    /** As given on the command line and in the peer's file. */
    String name();

    /** Makes the data, which is not measured, and gives the work. */
    Work prepare();

    /** Does the work once; answers by name, which must be the peer's. */
    @FunctionalInterface
    interface Work {
        Map<String, String> run();
    }
}
