package dev.propusk.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MariaDbVersionTest {
    @Test
    void isFoundInWhatServersSay() {
        assertThat(MariaDbVersion.in("mariadbd  Ver 10.11.6-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64"))
                .contains(new MariaDbVersion(10, 11, 6));
        assertThat(MariaDbVersion.in("5.5.5-10.11.6-MariaDB-log")).contains(new MariaDbVersion(10, 11, 6));
        assertThat(MariaDbVersion.in("8.0.36")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.11.5-MariaDB", "10.11.16-MariaDB-log", "11.4.5-MariaDB", "12.0.2-MariaDB"})
    void newEnoughDatabasesAreTaken(String version) {
        assertThatCode(() -> SupportedDatabaseCheck.check(version)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.11.4-MariaDB", "10.6.21-MariaDB", "5.5.68-MariaDB", "8.0.36", "PostgreSQL 17"})
    void olderAndOtherDatabasesAreRefusedWithWhatToDo(String version) {
        assertThatThrownBy(() -> SupportedDatabaseCheck.check(version))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessageContaining(version)
                .hasMessageContaining("10.11.5");
    }

    @Test
    void aServerOpensFilesOfItsOwnSeriesAndOlder() {
        MariaDbVersion server = new MariaDbVersion(11, 4, 5);
        assertThat(server.opensFilesOf(new MariaDbVersion(11, 4, 9))).isTrue();
        assertThat(server.opensFilesOf(new MariaDbVersion(10, 11, 6))).isTrue();
        assertThat(server.opensFilesOf(new MariaDbVersion(11, 8, 1))).isFalse();
    }
}
