package org.cotejo.sim;

import org.cotejo.custody.Source;
import org.cotejo.custody.StationFigures;
import org.cotejo.folder.Delivery;
import org.jspecify.annotations.Nullable;

/** Everything that one holder hands in; a holder without any copy hands in nothing, not an empty delivery. */
final class CopyDelivery {
    private final Country country;
    private final Liars liars;
    private final Scribe scribe;
    private final Holder holder;
    private @Nullable Delivery delivery;

    CopyDelivery(Country country, Liars liars, Scribe scribe, Holder holder) {
        this.country = country;
        this.liars = liars;
        this.scribe = scribe;
        this.holder = holder;
    }

    void add(Station station) {
        if (!isHeld(country, liars, station, holder)) {
            return;
        }
        if (delivery == null) {
            delivery = scribe.deliver(
                    holder, Source.Kind.COPIES, holder.figures(), !isDue(country, liars, holder), Days.copies(holder));
        }
        Sheet printed = liars.printed(station, country.electorate().sheet(station));
        Scribe.give(delivery, station, liars.copied(station, holder, printed), StationFigures.Way.UNSTATED);
    }

    void finish() {
        if (delivery != null) {
            Scribe.finish(delivery);
        }
    }

    /** Whether the holder hands in a copy of the station's sheet. */
    static boolean isHeld(Country country, Liars liars, Station station, Holder holder) {
        boolean isUsual =
                isDue(country, liars, holder) && country.arrivals().fate(station.index(), holder) == Arrivals.Fate.HELD;
        return liars.holds(station, holder, isUsual);
    }

    /** Whether a copy of every sheet is due to the holder. */
    private static boolean isDue(Country country, Liars liars, Holder holder) {
        return holder.rank() < country.plan().copies() || liars.bringsForAll().contains(holder);
    }
}
