package org.cotejo.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.cotejo.base.Sentence;
import org.cotejo.station.day.Machine;
import org.cotejo.station.day.Printing;
import org.cotejo.station.kiosk.Kiosk;
import org.cotejo.station.kiosk.KioskSettings;
import org.cotejo.station.words.Language;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo station serve}: the voter's page and the presiding officer's, until it is stopped. */
final class StationServe implements Callable<Integer> {
    private static final int PORT_MOST = 65_534;
    /** A printer that hangs is given up before this. */
    private static final Duration STOPPING = Duration.ofSeconds(60);

    private final CommandSpec spec = Options.of(this);
    private final Console console;

    StationServe(Console console) {
        this.console = console;
        StationPlace.machine(spec);
        StationPaper.options(spec, true);
        Options.value(
                spec,
                "--port",
                "P",
                String.valueOf(KioskSettings.VOTER_PORT),
                "the port of the voter's page; the officer's is the next one; 0: any two that are free");
        Options.value(spec, "--copies", "N", "3", "how many copies of reports and sheets the officer's page suggests");
        Options.about(
                spec,
                "Serves the voter's page and the presiding officer's to the browsers of this machine and to no other, until it is stopped."
                        + " Each address holds a secret of its own: give the voter's to the screen of the booth, the officer's to the one at"
                        + " the table. --language is that of the paper, and the first that the pages offer.",
                "cotejo station serve machine --printer device:/dev/usb/lp0 --language es",
                "chromium --kiosk --incognito --noerrdialogs --disable-pinch \"http://127.0.0.1:8771/#...\"");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        Path folder = Options.path(spec, 0);
        KioskSettings settings = settings();
        Printing printing = StationPaper.printing(spec, Machine.identity(folder).orThrow(), console);
        try (Machine machine =
                        Machine.start(folder, StationPlace.around(printing)).orThrow();
                Kiosk kiosk = Kiosk.start(machine, settings, new SecureRandom(), Clock.systemUTC())
                        .orThrow()) {
            console.print(machine.lastVoter());
            console.print(new Sentence("Voter's page:    {0}", "Página del elector:      {0}").with(kiosk.voterPage()));
            console.print(
                    new Sentence("Officer's page:  {0}", "Página del presidente:   {0}").with(kiosk.officerPage()));
            console.print(new Sentence(
                            "In the booth: chromium --kiosk --incognito \"{0}\"   (stop here with Ctrl+C)",
                            "En la cabina: chromium --kiosk --incognito \"{0}\"   (pare aquí con Ctrl+C)")
                    .with(kiosk.voterPage()));
            console.out().flush();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(machine, kiosk), "stopping"));
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Exit.PROVEN;
    }

    /** Whoever stops the program is told in which state the last voter is, after the paper that is coming out came out. */
    private void stop(Machine machine, Kiosk kiosk) {
        try {
            kiosk.finish(STOPPING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kiosk.close();
        console.print(machine.lastVoter());
        console.print(new Sentence(
                "Stopped. Nothing is lost: start it again with the same command.",
                "Detenido. No se pierde nada: vuelva a iniciarlo con la misma orden."));
        console.out().flush();
        machine.close();
    }

    private KioskSettings settings() {
        Language first = StationPaper.language(spec);
        List<Language> languages = new ArrayList<>(List.of(Language.values()));
        languages.remove(first);
        languages.addFirst(first);
        int port = Math.toIntExact(Options.number(spec, "--port", 0, PORT_MOST));
        return new KioskSettings(
                port,
                port == 0 ? 0 : port + 1,
                languages,
                KioskSettings.QUIET,
                KioskSettings.WARNING,
                Math.toIntExact(Options.number(spec, "--copies", 1, Machine.COPIES_MOST)),
                RunningSoftware.once().hash().spoken());
    }
}
