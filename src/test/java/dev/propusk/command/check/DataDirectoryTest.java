package dev.propusk.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class DataDirectoryTest {
    private static final long MEGABYTE = 1L << 20;

    private final MockEnvironment settings = new MockEnvironment().withProperty("propusk.data-dir", "/data");

    @Test
    void theApplicationsOwnDatabaseNeedsRoom() {
        assertThat(room(16)).isEqualTo(Finding.Grade.FAILURE);
        assertThat(room(500)).isEqualTo(Finding.Grade.WARNING);
        assertThat(room(4_000)).isEqualTo(Finding.Grade.OK);
    }

    @Test
    void aDatabaseElsewhereLeavesLittleToWrite() {
        settings.setProperty("spring.datasource.url", "jdbc:mariadb://database/propusk");
        assertThat(room(16)).isEqualTo(Finding.Grade.OK);
        assertThat(room(2)).isEqualTo(Finding.Grade.WARNING);
        assertThat(room(0)).isEqualTo(Finding.Grade.FAILURE);
    }

    @Test
    void whatIsFreeIsToldInAUnitThatSaysSomething() {
        assertThat(new DataDirectory(settings).room(16 * MEGABYTE).says()).isEqualTo("Only 16 MB are free in /data.");
        assertThat(new DataDirectory(settings).room(4_000 * MEGABYTE).says()).isEqualTo("4.2 GB are free in /data.");
    }

    private Finding.Grade room(long megabytes) {
        return new DataDirectory(settings).room(megabytes * MEGABYTE).grade();
    }
}
