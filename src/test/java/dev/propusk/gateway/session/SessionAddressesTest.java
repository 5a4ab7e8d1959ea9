package dev.propusk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.TestContracts;
import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.gateway.session.AccountingReport.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which device an address was, in any spelling and at any moment. */
class SessionAddressesTest extends SessionsOnTheDatabase {
    @Test
    void allAddressesOfADeviceAreFoundInAnySpellingAndWithinWhatItWasGiven() {
        String site = "2001:db8:%x".formatted(Math.floorMod(hotel.number().hashCode(), 65_536));
        hear(Kind.START, "s1", null, "10.7.0.3", site + "::abcd", site + ":1::1", site + ":2::/64", site + ":f00::/56");
        clock.advance(Duration.ofMinutes(5));
        for (String asked : List.of(
                "10.7.0.3",
                site + ":0:0:0:0:abcd",
                site.toUpperCase(java.util.Locale.ROOT) + "::ABCD",
                site + ":1:0::1",
                site + ":2::77",
                site + ":f42:1::9")) {
            assertThat(found(asked)).as(asked).contains(device);
            assertThat(sessions.deviceAt(hotel.id(), NetworkAddress.parse(asked)))
                    .as(asked)
                    .hasValue(device);
        }
        assertThat(found(site + ":3::1")).isEmpty();
        assertThat(only().addresses())
                .extracting(AddressBlock::toString)
                .contains("10.7.0.3", site + "::abcd", site + ":f00::/56");
    }

    @Test
    void anAddressIsItsDevicesForAsLongAsItHadIt() {
        hear(Kind.START, "s1", null, "10.7.1.1");
        Instant first = clock.instant();
        clock.advance(Duration.ofMinutes(5));
        hear(Kind.INTERIM, "s1", Duration.ofMinutes(5), "10.7.1.2");
        clock.advance(Duration.ofMinutes(5));
        hear(Kind.INTERIM, "s1", Duration.ofMinutes(10), "10.7.1.2");
        assertThat(found("10.7.1.1", first, first.plusSeconds(1))).contains(device);
        assertThat(found("10.7.1.1", clock.instant().minusSeconds(60), clock.instant()))
                .doesNotContain(device);
        assertThat(found("10.7.1.2", clock.instant().minusSeconds(60), clock.instant()))
                .contains(device);
        assertThat(found("10.7.1.2", first, first.plusSeconds(1))).doesNotContain(device);
    }

    @Test
    void whoHadAnAddressBeforeAnotherDeviceHasItNoMore() {
        hear(Kind.START, "s1", null, "10.7.2.1");
        Instant last = clock.instant();
        clock.advance(Duration.ofMinutes(30));
        MacAddress other = TestContracts.device();
        records.hear(gateway, AccountingReport.of(Kind.START, "s2", other, blocks("10.7.2.1")), clock.instant());
        assertThat(found("10.7.2.1", clock.instant(), clock.instant().plusSeconds(1)))
                .contains(other)
                .doesNotContain(device);
        assertThat(found("10.7.2.1", last, last.plusSeconds(1))).contains(device);
    }
}
