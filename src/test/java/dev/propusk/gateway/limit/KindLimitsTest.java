package dev.propusk.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.contract.Limits;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.identification.Identified;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each kind is told. */
class KindLimitsTest {
    private static final Limits ALL = new Limits(10_000, 2_000, 30, 5_000);

    @Test
    void eachKindIsToldWhatItTakesInItsOwnWords() {
        assertThat(told(GatewayKind.MIKROTIK, ALL, 5_000_000_000L))
                .containsOnly(
                        Map.entry("Mikrotik-Rate-Limit", "2000k/10000k"),
                        Map.entry("Idle-Timeout", 1800L),
                        Map.entry("Mikrotik-Total-Limit", 705_032_704L),
                        Map.entry("Mikrotik-Total-Limit-Gigawords", 1L));
        assertThat(told(GatewayKind.COOVACHILLI, ALL, 1_000L))
                .containsOnly(
                        Map.entry("ChilliSpot-Bandwidth-Max-Down", 10_000),
                        Map.entry("ChilliSpot-Bandwidth-Max-Up", 2_000),
                        Map.entry("Idle-Timeout", 1800L),
                        Map.entry("ChilliSpot-Max-Total-Octets", 1_000L));
        assertThat(told(GatewayKind.OTHER, ALL, 1_000L))
                .containsOnly(
                        Map.entry("WISPr-Bandwidth-Max-Down", 10_000_000),
                        Map.entry("WISPr-Bandwidth-Max-Up", 2_000_000),
                        Map.entry("Idle-Timeout", 1800L));
        assertThat(told(GatewayKind.CISCO, ALL, 1_000L))
                .containsOnly(
                        Map.entry("Airespace-Data-Bandwidth-Average-Contract", 10_000),
                        Map.entry("Airespace-Data-Bandwidth-Average-Contract-Upstream", 2_000));
    }

    @ParameterizedTest
    @EnumSource(
            value = GatewayKind.class,
            names = {"OMADA", "ARUBA", "RUCKUS", "CAMBIUM"})
    void someTakeNothingButASpeedByWispr(GatewayKind kind) {
        assertThat(told(kind, ALL, 1_000L))
                .containsOnly(
                        Map.entry("WISPr-Bandwidth-Max-Down", 10_000_000),
                        Map.entry("WISPr-Bandwidth-Max-Up", 2_000_000));
    }

    @ParameterizedTest
    @EnumSource(
            value = GatewayKind.class,
            names = {"UNIFI", "HOSTAPD", "ELTEX", "FORTINET", "MERAKI", "OPENNDS"})
    void whatAKindIsNotKnownToTakeItIsNotTold(GatewayKind kind) {
        assertThat(told(kind, ALL, 1_000L)).isEmpty();
    }

    @Test
    void aSingleDirectionIsToldWithoutTheOther() {
        assertThat(told(GatewayKind.MIKROTIK, new Limits(10_000, null, null, null), null))
                .containsOnly(Map.entry("WISPr-Bandwidth-Max-Down", 10_000_000));
        assertThat(told(GatewayKind.COOVACHILLI, new Limits(null, 64, null, null), null))
                .containsOnly(Map.entry("ChilliSpot-Bandwidth-Max-Up", 64));
    }

    /** The largest speed still goes into the attribute's 32 bits. */
    @Test
    void theHighestSpeedIsTold() {
        Limits fast = new Limits(Limits.MAX_KBIT, Limits.MAX_KBIT, null, null);
        assertThat(told(GatewayKind.OTHER, fast, null)).containsEntry("WISPr-Bandwidth-Max-Down", 1_000_000_000);
    }

    @ParameterizedTest
    @EnumSource(GatewayKind.class)
    void whereNothingIsLimitedNothingIsTold(GatewayKind kind) {
        assertThat(told(kind, Limits.NONE, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, ",
        "4294967295, 4294967295, ",
        "4294967296, 4294967295, ",
        "4294967297, 1, 1",
        "8589934592, 4294967295, 1",
        "1000000000000, 3567587328, 232"
    })
    void noLimitReadsAsNoneWhereItsUpperHalfIsNotLookedAt(long left, long lower, @Nullable Long upper) {
        Map<String, Object> told = told(GatewayKind.MIKROTIK, new Limits(null, null, null, 1), left);
        assertThat(told.get("Mikrotik-Total-Limit")).isEqualTo(lower);
        assertThat(told.get("Mikrotik-Total-Limit-Gigawords")).isEqualTo(upper);
    }

    private static Map<String, Object> told(GatewayKind kind, Limits limits, @Nullable Long left) {
        return kind.limits().reply(new Identified(null, limits, left));
    }
}
