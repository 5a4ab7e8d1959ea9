package dev.propusk.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneNameTest {
    @Test
    void aZoneIsNamedWithItsDistanceFromUtcWhereThatIsTheSameAllYear() {
        assertThat(List.of(
                        "Europe/Moscow",
                        "Asia/Kamchatka",
                        "Asia/Kolkata",
                        "America/Sao_Paulo",
                        "Europe/Berlin",
                        "UTC",
                        "Africa/Abidjan"))
                .extracting(id -> ZoneName.of(ZoneId.of(id)))
                .containsExactly(
                        "Europe/Moscow, UTC+3",
                        "Asia/Kamchatka, UTC+12",
                        "Asia/Kolkata, UTC+5:30",
                        "America/Sao_Paulo, UTC-3",
                        "Europe/Berlin",
                        "UTC",
                        "Africa/Abidjan, UTC");
    }
}
