package org.cotejo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cotejo.base.Sentence;
import org.cotejo.custody.Incident;

/** The operator of the log, with its true key, shows some people another history than the rest. */
final class DrillFork extends Drill {
    DrillFork(DrillSandbox sandbox, DrillReport report) {
        super(sandbox, report);
    }

    @Override
    Sentence about() {
        return in(
                "The operator of the log signs two histories with its true key and shows one to the public and another"
                        + " to one person. Every signature is valid; what gives it away is that somebody remembers.",
                "Quien opera el registro firma dos historias con su clave verdadera y muestra una al público y otra a"
                        + " una persona. Toda firma es válida; lo que lo delata es que alguien recuerda.");
    }

    @Override
    void happen() {
        publish();
        witness();
        DrillSandbox.Served server = sandbox().serve(site());
        Path other = authority.at("other");
        Folders.copy(election(), other.resolve("election"));
        Folders.copy(site(), other.resolve("public"));
        Folders.copy(authority.at("keys"), other.resolve("keys"));
        DrillSandbox.grow(election(), Incident.Kind.LATE_OPENING, 0);
        publishMore();
        cosign();
        readerVerifies(server.address());
        mirrorLooks(server.address());
        DrillSandbox.Served mirrored = sandbox().serve(mirror().resolve("site"));

        DrillSandbox.grow(other.resolve("election"), Incident.Kind.MACHINE_FAILED, 1);
        DrillSandbox.Person operator = new DrillSandbox.Person("operator", other);
        attack(
                "with a copy of the key, the operator signs another entry in the same place",
                "con una copia de la clave, el operador firma otro asiento en el mismo lugar",
                operator,
                "publish",
                other.resolve("election"),
                other.resolve("public"));
        server.show(other.resolve("public"));
        attack("the same address now shows that other history", "la misma dirección muestra ahora esa otra historia");
        shout(server, mirrored, other);
    }

    private void shout(DrillSandbox.Served server, DrillSandbox.Served mirrored, Path other) {
        blind(
                in("newcomer who pins only the key", "recién llegado que sólo fija la clave"),
                in(
                        "sees nothing wrong: the signature is true. That is what witnesses are for",
                        "no ve nada malo: la firma es verdadera. Para eso están los testigos"),
                newcomer,
                "verify",
                server.address(),
                "--policy",
                keyPolicy(),
                "--forget");
        shouts(
                in("newcomer whose policy asks for a witness", "recién llegado cuya política pide un testigo"),
                in("misses the cosignature", "echa en falta la cofirma"),
                Exit.REFUTED,
                "PUB-210",
                in(
                        "Don't use these results; ask others what they see.",
                        "No use estos resultados; pregunte a otros qué ven."),
                newcomer,
                "verify",
                server.address(),
                "--policy",
                cosignedPolicy(),
                "--forget");
        shouts(
                in("party's witness", "testigo del partido"),
                in(
                        "refuses to cosign what does not continue what it saw",
                        "se niega a cofirmar lo que no continúa lo que vio"),
                Exit.REFUTED,
                "[",
                in(
                        "Keep the witness's folder: it holds both signed heads.",
                        "Guarde la carpeta del testigo: contiene ambas cabezas firmadas."),
                authority,
                "log",
                "cosign",
                other.resolve("public"),
                "--policy",
                cosignedPolicy());
        remember(server, mirrored);
    }

    /** Those who remember. */
    private void remember(DrillSandbox.Served server, DrillSandbox.Served mirrored) {
        shouts(
                in("reader who verified before", "lector que verificó antes"),
                in(
                        "finds that the log does not continue the head that was kept",
                        "halla que el registro no continúa la cabeza que guardó"),
                Exit.REFUTED,
                "PUB-215",
                in("Keep what you were shown and tell everybody.", "Guarde lo que le mostraron y dígaselo a todos."),
                reader,
                "verify",
                server.address(),
                "--policy",
                keyPolicy(),
                "--no-pages");
        shouts(
                in("university's mirror", "réplica de la universidad"),
                in("proves the fork with both heads", "prueba la bifurcación con ambas cabezas"),
                Exit.REFUTED,
                "MIRROR-201",
                in(
                        "Publish mirror/evidence/*.fork: with the public key alone anybody can check it. Switch the"
                                + " log off.",
                        "Publique mirror/evidence/*.fork: con la sola clave pública cualquiera puede comprobarlo."
                                + " Apague el registro."),
                university,
                "mirror",
                server.address(),
                mirror(),
                "--once");
        holds(
                in("evidence", "evidencia"),
                in(
                        "a file with both signed heads lies in mirror/evidence",
                        "un archivo con ambas cabezas firmadas está en mirror/evidence"),
                hasFork());
        watch(server, mirrored);
    }

    /** All mirrors beside each other. */
    private void watch(DrillSandbox.Served server, DrillSandbox.Served mirrored) {
        listMirrors(server.address(), mirrored.address());
        shouts(
                in("monitor of all mirrors", "monitor de todas las réplicas"),
                in("lays all heads beside each other", "pone todas las cabezas una junto a otra"),
                Exit.REFUTED,
                in("FORK", "BIFURCACIÓN").in(sandbox().language()),
                in("Print the page it wrote and show it.", "Imprima la página que escribió y muéstrela."),
                newcomer,
                "mirrors",
                "watch",
                site(),
                "--policy",
                keyPolicy(),
                "--into",
                newcomer.at("watch"));
    }

    private boolean hasFork() {
        try (Stream<Path> files = Files.list(mirror().resolve("evidence"))) {
            return files.anyMatch(file -> file.toString().endsWith(".fork"));
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
