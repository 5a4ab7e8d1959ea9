package dev.propusk.gateway.guest;

import dev.propusk.base.NetworkAddress;
import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.work.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long and for whom a gateway's signed link vouches (gateway 9). CoovaChilli signs no time, so that a link's begins when
 * it is first opened; and it is its device's, so that it counts from the address that opened it first, one of each family.
 * Only what a gateway has signed is kept, for a day and at most a million.
 */
@Component
public class RedirectLinks {
    private static final Duration VALID = Duration.ofHours(2);
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int MOST = 1_000_000;
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    RedirectLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a signed link is worth to who opens it. */
    public enum Worth {
        VOUCHES,
        /** Its time is over. */
        OVER,
        /** It was opened from another address before. */
        ELSEWHERE
    }

    /**
     * A link is opened, for the first time or again.
     *
     * @param md its signature in hexadecimal, which has been checked
     * @param client where the browser stands; of an IPv6 address, its /64 counts
     */
    @Atomic
    public Worth open(ContractId contract, String md, NetworkAddress client) {
        byte[] link = HexFormat.of().parseHex(md);
        int family = client.isIpv6() ? 6 : 4;
        List<Opening> before = openings(contract, link);
        Instant since = before.isEmpty() ? clock.instant() : before.getFirst().at();
        if (!clock.instant().isBefore(since.plus(VALID))) {
            return Worth.OVER;
        }
        Optional<Opening> own = of(before, family);
        if (own.isEmpty()) {
            remember(contract, link, family, client, since);
            own = of(openings(contract, link), family);
        }
        boolean same = own.filter(opening -> opening.site().equals(client.site().toString()))
                .isPresent();
        return same ? Worth.VOUCHES : Worth.ELSEWHERE;
    }

    private record Opening(int family, String site, Instant at) {}

    private static Optional<Opening> of(List<Opening> openings, int family) {
        return openings.stream().filter(opening -> opening.family() == family).findFirst();
    }

    private List<Opening> openings(ContractId contract, byte[] md) {
        return jdbc.sql("select family, site, opened_at from redirect_link where contract_id = ? and md = ?")
                .params(contract.value(), md)
                .query((row, number) -> new Opening(
                        row.getInt("family"), row.getString("site"), InstantConverter.instant(row, "opened_at")))
                .list();
    }

    /** Whoever was faster stays. */
    private void remember(ContractId contract, byte[] md, int family, NetworkAddress client, Instant since) {
        jdbc.sql("insert ignore into redirect_link (contract_id, md, family, site, opened_at) values (?, ?, ?, ?, ?)")
                .params(contract.value(), md, family, client.site().toString(), InstantConverter.toUtc(since))
                .update();
    }

    @Job(value = "redirect-links", every = "${propusk.guessing.tidy-interval}")
    void forgetOld() {
        Instant old = clock.instant().minus(REMEMBERED);
        Instant before = tooMany().filter(old::isBefore).orElse(old);
        int forgotten;
        do {
            forgotten = jdbc.sql("delete from redirect_link where opened_at < ? limit " + BATCH)
                    .param(InstantConverter.toUtc(before))
                    .update();
        } while (forgotten == BATCH);
    }

    /** Since when there are as many as are kept; empty: there are fewer. */
    private Optional<Instant> tooMany() {
        return jdbc.sql("select opened_at from redirect_link order by opened_at desc limit 1 offset " + MOST)
                .query((row, number) -> InstantConverter.instant(row, "opened_at"))
                .optional();
    }
}
