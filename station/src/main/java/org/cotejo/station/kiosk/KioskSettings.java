package org.cotejo.station.kiosk;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.cotejo.base.Check;
import org.cotejo.definition.SpokenHash;
import org.cotejo.station.words.Language;

/**
 * What an authority sets for the pages of its machines.
 *
 * @param voterPort of the voter's page; 0 for any free one
 * @param officerPort of the officer's page; 0 for any free one
 * @param languages offered to voters, the usual one first
 * @param quiet how long nothing may be touched before the page asks whether more time is needed
 * @param warning from there until the page covers itself; nothing is lost
 * @param copies of the opening report and of the sheets, as suggested to the officer
 * @param software hash of the running program, to be read aloud
 */
public record KioskSettings(
        int voterPort,
        int officerPort,
        List<Language> languages,
        Duration quiet,
        Duration warning,
        int copies,
        SpokenHash software) {
    /** The port of the voter's page where none is set. */
    public static final int VOTER_PORT = 8771;

    /** The port of the officer's page where none is set. */
    public static final int OFFICER_PORT = 8772;

    /** Two and a half minutes: as much as the strictest rules for voting machines ask for at least, and some more. */
    public static final Duration QUIET = Duration.ofSeconds(150);

    public static final Duration WARNING = Duration.ofSeconds(45);
    private static final int PORT_MOST = 65_535;
    private static final int COPIES_MOST = 99;

    public KioskSettings {
        languages = List.copyOf(languages);
        Check.that(!languages.isEmpty() && Set.copyOf(languages).size() == languages.size(), "languages %s", languages);
        for (int port : new int[] {voterPort, officerPort}) {
            Check.that(port >= 0 && port <= PORT_MOST, "port %d", port);
        }
        Check.that(voterPort == 0 || voterPort != officerPort, "both pages on port %d", voterPort);
        Check.that(quiet.isPositive() && warning.isPositive(), "waiting %s and %s", quiet, warning);
        Check.that(copies >= 1 && copies <= COPIES_MOST, "%d copies", copies);
    }

    /** All languages, the usual ports and times, three copies. */
    public static KioskSettings usual(SpokenHash software) {
        return new KioskSettings(VOTER_PORT, OFFICER_PORT, List.of(Language.values()), QUIET, WARNING, 3, software);
    }
}
