package org.cotejo.sim;

import java.util.List;
import org.cotejo.custody.RosterPlace;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;

/** What is known before the election: the definition, the places, the register and some bodies' coverage plans. */
final class RegisterBook {
    /** Coverage plans are published for one region in so many. */
    private static final int PLANNED_REGIONS = 8;

    /** Of ten thousand planned witnesses so many were accredited. */
    private static final int ACCREDITED = 9_800;

    private static final List<Holder> PLANNING = List.of(Holder.FIRST, Holder.SECOND, Holder.OBSERVERS);

    private final Country country;
    private final Scribe scribe;
    private final SourceId source;

    /** Region, municipality and parish of the last station: which they are, and the numbers they are listed under. */
    private final int[] last = {-1, -1, -1};

    private final int[] numbers = new int[last.length];

    RegisterBook(Country country, Scribe scribe) {
        this.country = country;
        this.scribe = scribe;
        scribe.add(new Entry.DefinitionStated(country.definition()));
        source = scribe.open(Holder.AUTHORITY, Source.Kind.REGISTER, 0, false, Days.REGISTER);
    }

    /** Lists a station, and the places around it that are new. */
    void add(Station station) {
        if (station.parish() != last[2]) {
            int municipality = country.geography().municipalityOfParish(station.parish());
            list(0, Dice.Purpose.REGION, station.region(), PlaceTree.COUNTRY);
            list(1, Dice.Purpose.MUNICIPALITY, municipality, numbers[0]);
            list(2, Dice.Purpose.PARISH, station.parish(), numbers[1]);
        }
        StationCode code = new StationCode(station.code());
        scribe.add(new Entry.StationListed(
                source, code, numbers[2], country.electorate().registered(station)));
        if (station.region() % PLANNED_REGIONS == 0) {
            plan(station, code);
        }
    }

    /** Lists a place, unless the last station lay in it too, under a name that is new around it. */
    private void list(int level, Dice.Purpose purpose, int which, int around) {
        if (last[level] == which) {
            return;
        }
        Dice dice = Dice.of(country.plan().seed() + 2, purpose, which);
        String name = CoinedName.of(dice);
        while (scribe.isPlace(around, name)) {
            name = CoinedName.of(dice);
        }
        last[level] = which;
        numbers[level] = scribe.nextPlace();
        scribe.add(new Entry.PlaceListed(numbers[level], around, name));
    }

    private void plan(Station station, StationCode code) {
        Dice dice = Dice.of(country.plan().seed(), Dice.Purpose.PAPER, -1 - station.index());
        for (Holder holder : PLANNING) {
            boolean isAccredited = dice.happens(ACCREDITED);
            if (holder.rank() < country.plan().copies()) {
                scribe.add(new Entry.RosterPlanned(new RosterPlace(code, holder.id(), isAccredited)));
            }
        }
    }
}
