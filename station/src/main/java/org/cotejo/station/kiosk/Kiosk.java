package org.cotejo.station.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.Result;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.station.day.Machine;
import org.cotejo.station.day.StationDefinition;

/**
 * Serves the pages of one machine until it is closed: one for the voter, one for the presiding officer, each on a port of its own and
 * each with a secret of its own, so that neither reaches the other. The machine stays the caller's to close.
 */
public final class Kiosk implements AutoCloseable {
    private final PageServer voter;
    private final PageServer officer;
    private final Token voterToken;
    private final Token officerToken;

    private Kiosk(PageServer voter, PageServer officer, Token voterToken, Token officerToken) {
        this.voter = voter;
        this.officer = officer;
        this.voterToken = voterToken;
        this.officerToken = officerToken;
    }

    /**
     * Serves a machine that has its definition; refused (KIOSK-101, KIOSK-102) where a port is in use or there is no ballot.
     *
     * @param random where the secrets of this process come from
     */
    public static Result<Kiosk> start(
            Machine machine, KioskSettings settings, SecureRandom random, InstantSource clock) {
        Optional<StationDefinition> setup = machine.definition();
        if (setup.isEmpty()) {
            return Result.refused(KioskProblem.NO_BALLOT.at(""));
        }
        boolean isRehearsal = machine.identity().key().algorithm() != KeyAlgorithm.ED25519;
        Desk desk = new Desk(machine, Wanted.usual(settings.languages().getFirst()));
        Seat seat = new Seat(random, clock);
        Token voterToken = Token.of(random);
        Token officerToken = Token.of(random);
        Map<String, PageServer.Act> voterActs = new VoterActs(desk, seat, setup.get(), settings, isRehearsal).all();
        Map<String, PageServer.Act> officerActs = new OfficerActs(desk, seat, setup.get(), settings, isRehearsal).all();
        PageFiles voterFiles = PageFiles.ofVoter(settings.languages());
        PageFiles officerFiles = PageFiles.ofOfficer(settings.languages());
        return serve(settings.voterPort(), voterToken, voterFiles, voterActs, desk)
                .then(voter -> {
                    Result<PageServer> officer =
                            serve(settings.officerPort(), officerToken, officerFiles, officerActs, desk);
                    if (officer instanceof Result.Refused) {
                        voter.close();
                    }
                    return officer.then(page -> Result.ok(new Kiosk(voter, page, voterToken, officerToken)));
                });
    }

    private static Result<PageServer> serve(
            int port, Token token, PageFiles files, Map<String, PageServer.Act> acts, Desk desk) {
        try {
            return Result.ok(PageServer.start(port, token, files, acts, desk));
        } catch (BindException e) {
            return Result.refused(KioskProblem.PORT.at("", port));
        } catch (IOException e) {
            throw new UncheckedIOException("serving on port " + port, e);
        }
    }

    /** The voter's page, with its secret in the part that no browser sends; for the browser of the booth and nobody else. */
    public URI voterPage() {
        return page(voter, voterToken);
    }

    /** The officer's page, with its secret; for the browser at the table and nobody else. */
    public URI officerPage() {
        return page(officer, officerToken);
    }

    private static URI page(PageServer server, Token token) {
        return URI.create("http://127.0.0.1:" + server.port() + "/#" + token.value());
    }

    /** Lets neither page begin anything more, and waits until what was begun is done, but not longer than {@code patience} a page. */
    public void finish(Duration patience) throws InterruptedException {
        voter.finish(patience);
        officer.finish(patience);
    }

    @Override
    public void close() {
        voter.close();
        officer.close();
    }
}
