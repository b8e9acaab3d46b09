package org.cotejo.station.day;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import org.cotejo.crypto.Sha256;
import org.cotejo.station.box.Ballot;
import org.cotejo.station.box.Disk;

/**
 * A program that votes on a machine for ever, to be killed: {@code KilledMachine FOLDER}. The vote that is counted as number <i>i</i> is
 * {@link #ballot}{@code (i)}. After each vote it prints how many are counted.
 */
final class KilledMachine {
    private KilledMachine() {}

    static Ballot ballot(int number) {
        return Election.ballot(number * 7 % 6, number * 5 % 3);
    }

    static Surroundings around() {
        return new Surroundings(
                Disk.ofThisMachine(),
                Clock.systemUTC(),
                new SecureRandom(),
                _ -> new PrintOutcome.Printed(),
                "",
                new SoftwareHash(Sha256.of("killed".getBytes(StandardCharsets.UTF_8))));
    }

    /** Brings whatever a machine was doing to its end, as a presiding officer does who asks the voter. */
    static void finish(Machine machine) {
        if (machine.view().state() instanceof MachineState.Open(Booth.Checking(Booth.Strip strip))) {
            if (strip != Booth.Strip.PRINTED) {
                machine.printReceiptAgain().orThrow();
            }
            machine.receiptRight().orThrow();
        } else if (machine.view().state().equals(new MachineState.Open(new Booth.Released()))) {
            machine.cancelRelease().orThrow();
        }
    }

    public static void main(String[] args) {
        try (Machine machine = Machine.start(Path.of(args[0]), around()).orThrow()) {
            finish(machine);
            while (true) {
                int counted = machine.view().figures().counted();
                machine.release().orThrow();
                BallotPass pass = Objects.requireNonNull(machine.view().pass());
                machine.confirm(pass, ballot(counted)).orThrow();
                machine.receiptRight().orThrow();
                System.out.println(counted + 1);
                System.out.flush();
            }
        }
    }
}
