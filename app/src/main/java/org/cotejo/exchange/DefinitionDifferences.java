package org.cotejo.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Register;
import org.cotejo.dossier.DefinitionHash;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.Frame;

/**
 * In what the definitions and registers of two differ.
 *
 * @param hashA hash of definition, register and keys of the first
 * @param hashB the same of the second
 * @param differences in words; empty where nothing that is told apart here differs, though the hashes may
 */
public record DefinitionDifferences(Hash hashA, Hash hashB, List<Sentence> differences) {
    public DefinitionDifferences {
        differences = List.copyOf(differences);
    }

    /** Sets the definition of the second against that of the first. */
    public static DefinitionDifferences of(Compared a, Compared b) {
        Dossier ofA = a.reconciliation().dossier();
        Dossier ofB = b.reconciliation().dossier();
        List<Sentence> found = new ArrayList<>();
        ElectionDefinition one = ofA.definition();
        ElectionDefinition other = ofB.definition();
        differ(
                found,
                one.id(),
                other.id(),
                "the election is {0} in A and {1} in B",
                "la elección es {0} en A y {1} en B");
        differ(
                found,
                one.roll(),
                other.roll(),
                "the roll is {0} in A and {1} in B",
                "el padrón es {0} en A y {1} en B");
        differ(
                found,
                one.announcer(),
                other.announcer(),
                "the announcer of record is {0} in A and {1} in B",
                "el anunciante oficial es {0} en A y {1} en B");
        contests(one, other, found);
        registers(ofA.frame(), ofB.frame(), found);
        return new DefinitionDifferences(
                DefinitionHash.of(ofA.frame(), one), DefinitionHash.of(ofB.frame(), other), found);
    }

    /** Whether definition, register and keys are the same. */
    public boolean isSame() {
        return hashA.equals(hashB);
    }

    private static void differ(
            List<Sentence> found,
            @org.jspecify.annotations.Nullable Object a,
            @org.jspecify.annotations.Nullable Object b,
            String en,
            String es) {
        if (!Objects.equals(a, b)) {
            found.add(new Sentence(en, es).with(a == null ? "-" : a, b == null ? "-" : b));
        }
    }

    private static void contests(ElectionDefinition a, ElectionDefinition b, List<Sentence> found) {
        for (Contest contest : a.contests()) {
            Contest other = b.contest(contest.id()).orElse(null);
            if (other == null) {
                found.add(
                        new Sentence("contest {0} is only in A", "la contienda {0} está solo en A").with(contest.id()));
            } else {
                candidates(contest, other, found);
            }
        }
        for (Contest contest : b.contests()) {
            if (a.contest(contest.id()).isEmpty()) {
                found.add(
                        new Sentence("contest {0} is only in B", "la contienda {0} está solo en B").with(contest.id()));
            }
        }
    }

    private static void candidates(Contest a, Contest b, List<Sentence> found) {
        for (Candidate candidate : a.candidates()) {
            int index = b.indexOf(candidate.id());
            if (index < 0) {
                found.add(new Sentence("candidate {0} of {1} is only in A", "el candidato {0} de {1} está solo en A")
                        .with(candidate.id(), a.id()));
            } else {
                differ(
                        found,
                        candidate.name(),
                        b.candidates().get(index).name(),
                        "candidate " + candidate.id() + " is \"{0}\" in A and \"{1}\" in B",
                        "el candidato " + candidate.id() + " es «{0}» en A y «{1}» en B");
            }
        }
        for (Candidate candidate : b.candidates()) {
            if (a.indexOf(candidate.id()) < 0) {
                found.add(new Sentence("candidate {0} of {1} is only in B", "el candidato {0} de {1} está solo en B")
                        .with(candidate.id(), a.id()));
            }
        }
        differ(
                found,
                a.options().size(),
                b.options().size(),
                a.id() + " has {0} ballot options in A and {1} in B",
                a.id() + " tiene {0} opciones en A y {1} en B");
    }

    private static void registers(Frame a, Frame b, List<Sentence> found) {
        Register ofA = a.register();
        Register ofB = b.register();
        int onlyA = 0;
        int otherRegister = 0;
        int otherPlace = 0;
        for (int station = 0; station < ofA.size(); station++) {
            int there = ofB.find(ofA.code(station));
            if (there < 0) {
                onlyA++;
            } else {
                otherRegister += ofA.registered(station) == ofB.registered(there) ? 0 : 1;
                otherPlace +=
                        a.places().path(ofA.place(station)).equals(b.places().path(ofB.place(there))) ? 0 : 1;
            }
        }
        int onlyB = ofB.size() - (ofA.size() - onlyA);
        count(found, onlyA, "{0} stations are only in A's list", "{0} mesas están solo en la lista de A");
        count(found, onlyB, "{0} stations are only in B's list", "{0} mesas están solo en la lista de B");
        count(found, otherRegister, "{0} stations have another register", "{0} mesas tienen otro registro");
        count(found, otherPlace, "{0} stations are in another place", "{0} mesas están en otro lugar");
        differ(
                found,
                a.keys().size(),
                b.keys().size(),
                "A states {0} keys of machines, B {1}",
                "A declara {0} claves de máquinas, B {1}");
    }

    private static void count(List<Sentence> found, int count, String en, String es) {
        if (count > 0) {
            found.add(new Sentence(en, es).with(count));
        }
    }
}
