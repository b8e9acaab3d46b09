package org.cotejo.app;

import java.nio.file.Path;
import org.cotejo.base.Sentence;
import org.cotejo.custody.Incident;

/** The server with the results, its keys and all that was on it are gone for ever. */
final class DrillDeadSite extends Drill {
    DrillDeadSite(DrillSandbox sandbox, DrillReport report) {
        super(sandbox, report);
    }

    @Override
    Sentence about() {
        return in(
                "The computer that published is gone with its site and its keys. Only mirrors, a copy of the election"
                        + " folder on a stick and the shares of the key are left. Nothing may be lost, and the log must"
                        + " not be forked by bringing it back.",
                "El computador que publicaba desapareció con su sitio y sus claves. Sólo quedan réplicas, una copia de"
                        + " la carpeta en una memoria y las partes de la clave. Nada debe perderse, y el registro no debe"
                        + " bifurcarse al reponerlo.");
    }

    @Override
    void happen() {
        publish();
        ready(
                "authority",
                "autoridad",
                "the key in five shares, three restore it",
                "la clave en cinco partes, tres la restauran",
                authority,
                "keys",
                "backup",
                ORIGIN,
                "--shares",
                5,
                "--need",
                3,
                "--into",
                authority.at("shares"));
        Folders.copy(election(), authority.at("old-stick"));
        DrillSandbox.grow(election(), Incident.Kind.SHEET_NOT_PRINTED, 4);
        publishMore();
        Folders.copy(election(), authority.at("new-stick"));
        DrillSandbox.Served server = sandbox().serve(site());
        mirrorLooks(server.address());
        readerVerifies(server.address());
        DrillSandbox.Served mirrored = sandbox().serve(mirror().resolve("site"));
        DrillSandbox.write(reader.at("results.policy"), DrillSandbox.text(keyPolicy()));
        server.close();
        Folders.delete(site());
        Folders.delete(election());
        Folders.delete(authority.at("keys"));
        attack(
                "the computer with site, folder and keys is destroyed",
                "el computador con sitio, carpeta y claves es destruido");
        gone(server.address(), mirrored.address());
        back();
    }

    private Path policy() {
        return reader.at("results.policy");
    }

    private void gone(String main, String mirrored) {
        shouts(
                in("university's mirror", "réplica de la universidad"),
                in("can't reach the source, and goes on serving", "no alcanza la fuente, y sigue sirviendo"),
                Exit.UNCHECKED,
                "MIRROR-211",
                in("Tell people the mirror's address.", "Dé a la gente la dirección de la réplica."),
                university,
                "mirror",
                main,
                mirror(),
                "--once");
        remedy(
                in("reader", "lector"),
                in(
                        "proves everything from the mirror, and that it continues what was seen",
                        "prueba todo desde la réplica, y que continúa lo visto"),
                reader,
                "verify",
                mirrored,
                "--policy",
                policy());
        remedy(
                in("anybody", "cualquiera"),
                in("makes another mirror from the mirror", "hace otra réplica desde la réplica"),
                party,
                "mirror",
                mirrored,
                party.at("mirror"),
                "--once",
                "--policy",
                policy());
    }

    private void back() {
        Path shares = authority.at("shares");
        shouts(
                in("the program", "el programa"),
                in("two shares are too few", "dos partes son pocas"),
                Exit.BAD_INPUT,
                "KEYS-106",
                in("Call a third holder.", "Llame a un tercero."),
                authority,
                "keys",
                "restore",
                shares.resolve("share-1-of-5.txt"),
                shares.resolve("share-2-of-5.txt"),
                "--check");
        remedy(
                in("three holders of shares", "tres que guardan partes"),
                in(
                        "restore the key, and name the newest head that a mirror holds",
                        "restauran la clave, y nombran la cabeza más nueva de una réplica"),
                authority,
                "keys",
                "restore",
                shares.resolve("share-2-of-5.txt"),
                shares.resolve("share-4-of-5.txt"),
                shares.resolve("share-5-of-5.txt"),
                "--head",
                mirror().resolve("site/checkpoint"));
        shouts(
                in("the program", "el programa"),
                in(
                        "refuses to publish from an old copy: that would fork the log",
                        "se niega a publicar desde una copia antigua: bifurcaría el registro"),
                Exit.BAD_INPUT,
                "APP-206",
                in("Bring the newest copy of the folder.", "Traiga la copia más nueva de la carpeta."),
                authority,
                "publish",
                authority.at("old-stick"),
                site());
        again();
    }

    /** From the newest copy. */
    private void again() {
        remedy(
                in("authority", "autoridad"),
                in("publishes again from the newest copy", "publica de nuevo desde la copia más nueva"),
                authority,
                "publish",
                authority.at("new-stick"),
                site());
        DrillSandbox.Served again = sandbox().serve(site());
        remedy(
                in("university's mirror", "réplica de la universidad"),
                in(
                        "follows the new address: the same log, continued",
                        "sigue la dirección nueva: el mismo registro, continuado"),
                university,
                "mirror",
                again.address(),
                mirror(),
                "--once");
        remedy(
                in("reader who verified before", "lector que verificó antes"),
                in(
                        "proven, and it continues what was seen before the loss",
                        "probado, y continúa lo que se vio antes de la pérdida"),
                reader,
                "verify",
                again.address(),
                "--policy",
                policy());
    }
}
