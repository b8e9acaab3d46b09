package org.cotejo.app;

import java.nio.file.Path;
import java.util.List;
import org.cotejo.base.Sentence;
import org.cotejo.custody.Incident;
import org.cotejo.node.keys.KeyBackup;
import org.cotejo.tlog.Vkey;

/** Somebody copies the log's key. First he adds an entry, which nobody but the owner can see; then he writes another history. */
final class DrillKeyTheft extends Drill {
    private static final String NEXT = ORIGIN + "~2";

    private final DrillSandbox.Person thief;
    private final DrillSandbox.Person second;

    DrillKeyTheft(DrillSandbox sandbox, DrillReport report) {
        super(sandbox, report);
        this.thief = sandbox.person("thief");
        this.second = sandbox.person("second-reader");
    }

    @Override
    Sentence about() {
        return in(
                "Somebody copies the log's private key. What was logged before must stay proven, nothing that the"
                        + " thief signs may be believed, and the election must go on.",
                "Alguien copia la clave privada del registro. Lo registrado antes debe seguir probado, nada que firme"
                        + " el ladrón debe creerse, y la elección debe continuar.");
    }

    private Path stick() {
        return authority.at("stick");
    }

    @Override
    void happen() {
        ceremony();
        publish();
        DrillSandbox.Running serving = witness();
        DrillSandbox.Served server = sandbox().serve(site());
        readerVerifies(server.address());
        mirrorLooks(server.address());
        quiet(server);
        loud(server);
        succeed(serving);
        afterwards(server);
    }

    private void ceremony() {
        ready(
                "authority",
                "autoridad",
                "ceremony: keys, and a successor on a stick",
                "ceremonia: claves, y una sucesora en una memoria",
                authority,
                "keys",
                "make",
                ORIGIN,
                "--successor",
                stick(),
                "--into",
                authority.at("ceremony.html"));
        Vkey key = authority.places().keys().read(ORIGIN).keys().getFirst().vkey();
        ready(
                "who types back",
                "quien teclea",
                "the fingerprint as it was read aloud",
                "la huella como se leyó",
                authority,
                "keys",
                "confirm",
                ORIGIN,
                "--typed",
                KeyBackup.spoken(key));
        ready(
                "authority",
                "autoridad",
                "the successor in five shares, three restore it",
                "la sucesora en cinco partes, tres la restauran",
                authority,
                "keys",
                "backup",
                NEXT,
                "--from",
                stick(),
                "--shares",
                5,
                "--need",
                3,
                "--into",
                authority.at("shares"));
        Folders.delete(stick());
    }

    /** He only adds: every signature is true and every head continues. */
    private void quiet(DrillSandbox.Served server) {
        Folders.copy(election(), thief.at("election"));
        Folders.copy(site(), thief.at("public"));
        take(authority, thief);
        DrillSandbox.grow(thief.at("election"), Incident.Kind.VIOLENCE, 5);
        attack(
                "adds an entry of his own with the stolen key",
                "añade un asiento suyo con la clave robada",
                thief,
                "publish",
                thief.at("election"),
                thief.at("public"));
        server.show(thief.at("public"));
        attack("takes over the web server as well", "toma también el servidor web");
        blind(
                in("reader", "lector"),
                in(
                        "can't see it: the true key signed, and it continues",
                        "no puede verlo: firmó la clave verdadera, y continúa"),
                second,
                "verify",
                server.address(),
                "--policy",
                keyPolicy());
        shouts(
                in("the log's owner", "quien es dueño del registro"),
                in(
                        "looks at what is shown elsewhere, and did not make that",
                        "mira lo que se muestra fuera, y eso no lo hizo"),
                Exit.REFUTED,
                in("SOMEBODY ELSE HAS OUR KEY", "OTRO TIENE NUESTRA CLAVE")
                        .in(sandbox().language()),
                in(
                        "Stop publishing. Keep the head. Call the holders of the shares together.",
                        "Deje de publicar. Guarde la cabeza. Reúna a quienes guardan las partes."),
                authority,
                "keys",
                "look",
                election(),
                server.address());
    }

    /** The private keys alone, into a folder from which they can sign. */
    private static void take(DrillSandbox.Person from, DrillSandbox.Person to) {
        for (String name : List.of("log.key", "cosigner.key")) {
            Folders.copy(
                    from.places().keys().of(ORIGIN).resolve(name),
                    to.places().keys().of(ORIGIN).resolve(name));
        }
        Folders.make(to.places().keys().store(ORIGIN));
    }

    /** He writes another history. */
    private void loud(DrillSandbox.Served server) {
        DrillSandbox.Person again = new DrillSandbox.Person("thief", thief.at("again"));
        take(thief, again);
        attack(
                "makes up another election",
                "inventa otra elección",
                again,
                "sim",
                "country",
                "--stations",
                40,
                "--copies",
                3,
                "--seed",
                99,
                "--into",
                again.at("election"));
        attack(
                "signs it with the stolen key",
                "la firma con la clave robada",
                again,
                "publish",
                again.at("election"),
                again.at("public"),
                "--origin",
                ORIGIN);
        server.show(again.at("public"));
        seen(server, again);
    }

    /** Everybody sees that who remembers. */
    private void seen(DrillSandbox.Served server, DrillSandbox.Person again) {
        shouts(
                in("reader who verified before", "lector que verificó antes"),
                in("sees that it does not continue what was kept", "ve que no continúa lo que guardó"),
                Exit.REFUTED,
                "PUB-215",
                in("Keep it; ask others.", "Guárdelo; pregunte a otros."),
                reader,
                "verify",
                server.address(),
                "--policy",
                keyPolicy());
        shouts(
                in("party's witness", "testigo del partido"),
                in("does not cosign it", "no la cofirma"),
                Exit.REFUTED,
                "[",
                in("Keep the witness's folder.", "Guarde la carpeta del testigo."),
                again,
                "log",
                "cosign",
                again.at("public"),
                "--policy",
                cosignedPolicy());
        shouts(
                in("university's mirror", "réplica de la universidad"),
                in(
                        "proves with both heads that the key signed two histories",
                        "prueba con ambas cabezas que la clave firmó dos historias"),
                Exit.REFUTED,
                "MIRROR-201",
                in("Publish mirror/evidence/*.fork.", "Publique mirror/evidence/*.fork."),
                university,
                "mirror",
                server.address(),
                mirror(),
                "--once");
    }

    /** The owner gives the key up, and the successor goes on. */
    private void succeed(DrillSandbox.Running serving) {
        Path shares = authority.at("shares");
        remedy(
                in("three holders of shares", "tres que guardan partes"),
                in("restore the successor", "restauran la sucesora"),
                authority,
                "keys",
                "restore",
                shares.resolve("share-1-of-5.txt"),
                shares.resolve("share-3-of-5.txt"),
                shares.resolve("share-5-of-5.txt"),
                "--never-published",
                "--into",
                stick());
        remedy(
                in("the log's owner", "quien es dueño del registro"),
                in(
                        "gives the stolen key up and pins the last head that counts",
                        "abandona la clave robada y fija la última cabeza que cuenta"),
                authority,
                "keys",
                "revoke",
                election(),
                "--reason",
                "stolen",
                "--head",
                site().resolve("checkpoint"),
                "--successor",
                stick(),
                "--policy",
                cosignedPolicy(),
                "--into",
                authority.at("new.policy"));
        remedy(
                in("the log's owner", "quien es dueño del registro"),
                in(
                        "publishes again: the same entries under the successor's key",
                        "publica de nuevo: los mismos asientos con la clave sucesora"),
                authority,
                "publish",
                election(),
                authority.at("public2"));
        accept(serving);
    }

    /** Witness and reader take the new policy. */
    private void accept(DrillSandbox.Running serving) {
        remedy(
                in("party's witness", "testigo del partido"),
                in(
                        "accepts the new policy, and forgets the old key",
                        "acepta la política nueva y olvida la clave anterior"),
                party,
                "keys",
                "accept",
                authority.at("new.policy"),
                "--policy",
                cosignedPolicy());
        serving.close();
        DrillSandbox.Running again = sandbox().start(party, "witness", "serve", "--port", 0);
        Path policy = authority.at("new-cosigned.policy");
        String old = DrillSandbox.text(authority.at("new.policy"));
        DrillSandbox.write(policy, old.replaceFirst("http://127\\.0\\.0\\.1:[0-9]+/", again.address()));
        remedy(
                in("party's witness", "testigo del partido"),
                in("cosigns the new log", "cofirma el registro nuevo"),
                authority,
                "log",
                "cosign",
                authority.at("public2"),
                "--policy",
                policy);
        remedy(
                in("reader", "lector"),
                in(
                        "accepts the new policy: the old one named this successor",
                        "acepta la política nueva: la anterior nombraba esta sucesora"),
                reader,
                "keys",
                "accept",
                policy,
                "--policy",
                cosignedPolicy());
    }

    private void afterwards(DrillSandbox.Served server) {
        Path policy = authority.at("new-cosigned.policy");
        DrillSandbox.Served fresh = sandbox().serve(authority.at("public2"));
        remedy(
                in("reader", "lector"),
                in(
                        "everything that was logged before the theft is proven, by its place in the new log",
                        "todo lo registrado antes del robo está probado, por su lugar en el registro nuevo"),
                reader,
                "verify",
                fresh.address(),
                "--policy",
                policy);
        shouts(
                in("reader with the new policy", "lector con la política nueva"),
                in("refuses what the thief shows", "rechaza lo que muestra el ladrón"),
                Exit.REFUTED,
                "PUB-211",
                in("Nothing.", "Nada."),
                reader,
                "verify",
                server.address(),
                "--policy",
                policy,
                "--no-pages");
        server.show(thief.at("public"));
        shouts(
                in("reader who still uses the old policy", "lector que aún usa la política anterior"),
                in(
                        "refuses what the old key signed after the pinned head",
                        "rechaza lo que la clave anterior firmó tras la cabeza fijada"),
                Exit.REFUTED,
                "PUB-232",
                in("Pin the new policy.", "Fije la política nueva."),
                reader,
                "verify",
                server.address(),
                "--policy",
                keyPolicy(),
                "--no-pages");
        DrillSandbox.Served kept = sandbox().serve(site());
        remedy(
                in("reader who still uses the old policy", "lector que aún usa la política anterior"),
                in(
                        "the old log as it stood before the theft stays proven",
                        "el registro anterior como estaba antes del robo sigue probado"),
                reader,
                "verify",
                kept.address(),
                "--policy",
                keyPolicy());
        falseSuccession();
    }

    /** The thief tries the same. */
    private void falseSuccession() {
        attack(
                "makes a succession of his own, with the stolen key and a key that he made",
                "hace una sucesión propia, con la clave robada y una clave suya",
                thief,
                "keys",
                "revoke",
                thief.at("election"),
                "--reason",
                "stolen",
                "--head",
                site().resolve("checkpoint"),
                "--into",
                thief.at("false.policy"));
        shouts(
                in("another reader", "otro lector"),
                in(
                        "does not accept it: the key is not the successor that was named",
                        "no la acepta: la clave no es la sucesora nombrada"),
                Exit.REFUTED,
                in("not the successor", "no es la sucesora").in(sandbox().language()),
                in("Tell everybody who made that policy public.", "Diga a todos quién publicó esa política."),
                second,
                "keys",
                "accept",
                thief.at("false.policy"),
                "--policy",
                cosignedPolicy());
    }
}
