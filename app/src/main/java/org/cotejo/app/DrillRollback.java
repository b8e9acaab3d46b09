package org.cotejo.app;

import org.cotejo.base.Sentence;
import org.cotejo.custody.Incident;

/** Entries that were public are taken back: the site shows an older copy of itself. */
final class DrillRollback extends Drill {
    DrillRollback(DrillSandbox sandbox, DrillReport report) {
        super(sandbox, report);
    }

    @Override
    Sentence about() {
        return in(
                "Somebody brings back an older copy of the site, so that entries which everybody saw are gone. The old"
                        + " head is truly signed.",
                "Alguien repone una copia más antigua del sitio: asientos que todos vieron ya no están. La cabeza"
                        + " antigua está firmada de verdad.");
    }

    @Override
    void happen() {
        publish();
        witness();
        Folders.copy(site(), authority.at("older"));
        DrillSandbox.grow(election(), Incident.Kind.BALLOT_STUFFING, 3);
        publishMore();
        cosign();
        DrillSandbox.Served server = sandbox().serve(site());
        mirrorLooks(server.address());
        DrillSandbox.Served mirrored = sandbox().serve(mirror().resolve("site"));
        listMirrors(server.address(), mirrored.address());
        readerVerifies(server.address());
        ready(
                "monitor",
                "monitor",
                "all mirrors are up to date",
                "todas las réplicas están al día",
                newcomer,
                "mirrors",
                "watch",
                site(),
                "--policy",
                keyPolicy(),
                "--into",
                newcomer.at("watch"));
        server.show(authority.at("older"));
        attack(
                "the address shows the copy of an hour ago; the last entry is gone",
                "la dirección muestra la copia de hace una hora; el último asiento ya no está");
        shout(server, mirrored);
    }

    private void shout(DrillSandbox.Served server, DrillSandbox.Served mirrored) {
        blind(
                in("newcomer who pins only the key", "recién llegado que sólo fija la clave"),
                in(
                        "sees a whole, signed publication: only who remembers, or asks a mirror, sees that something"
                                + " is gone",
                        "ve una publicación entera y firmada: sólo quien recuerda, o pregunta a una réplica, ve que"
                                + " falta algo"),
                newcomer,
                "verify",
                server.address(),
                "--policy",
                cosignedPolicy(),
                "--forget");
        shouts(
                in("reader who verified before", "lector que verificó antes"),
                in("finds fewer entries than were kept", "halla menos asientos que los que guardó"),
                Exit.REFUTED,
                "PUB-215",
                in(
                        "Read the results from a mirror, and ask why.",
                        "Lea los resultados en una réplica y pregunte por qué."),
                reader,
                "verify",
                server.address(),
                "--policy",
                keyPolicy(),
                "--no-pages");
        shouts(
                in("university's mirror", "réplica de la universidad"),
                in(
                        "says that the source went back, and keeps both heads",
                        "dice que la fuente retrocedió y guarda ambas cabezas"),
                Exit.REFUTED,
                "MIRROR-202",
                in("Publish what lies in mirror/evidence.", "Publique lo que hay en mirror/evidence."),
                university,
                "mirror",
                server.address(),
                mirror(),
                "--once");
        elsewhere(mirrored);
    }

    /** Who else remembers, and where the entry still is. */
    private void elsewhere(DrillSandbox.Served mirrored) {
        shouts(
                in("party's witness", "testigo del partido"),
                in("holds a later head", "tiene una cabeza posterior"),
                Exit.REFUTED,
                "[",
                in("Ask the operator for the log as it was.", "Pida al operador el registro como estaba."),
                authority,
                "log",
                "cosign",
                authority.at("older"),
                "--policy",
                cosignedPolicy());
        shouts(
                in("monitor of all mirrors", "monitor de todas las réplicas"),
                in("remembers how far each was", "recuerda hasta dónde llegaba cada una"),
                Exit.REFUTED,
                in("it went back", "retrocedió").in(sandbox().language()),
                in("Show the page with 'since'.", "Muestre la página con 'desde'."),
                newcomer,
                "mirrors",
                "watch",
                site(),
                "--policy",
                keyPolicy(),
                "--into",
                newcomer.at("watch"));
        remedy(
                in("anybody", "cualquiera"),
                in(
                        "the mirror still has the entry that was taken back, proven",
                        "la réplica aún tiene el asiento retirado, probado"),
                reader,
                "verify",
                mirrored.address(),
                "--policy",
                keyPolicy());
    }
}
