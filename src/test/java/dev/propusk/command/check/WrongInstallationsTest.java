package dev.propusk.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.base.MachineClock;
import dev.propusk.command.Surroundings;
import dev.propusk.command.check.Finding.Grade;
import dev.propusk.mariadb.OwnServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each thing that can be set up wrongly has its one line, and nothing else is found fault with. */
class WrongInstallationsTest {
    private static final MachineClock CLOCK = Clock.systemUTC()::instant;
    private static final List<String> RIGHT =
            List.of("--propusk.public-url=http://wifi.example.org", "--server.port=0");

    private static OwnServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startAServer() throws Exception {
        server = OwnServer.startIn(Path.of("target", "check-data"));
    }

    @AfterAll
    static void stopTheServer() {
        server.close();
    }

    @BeforeEach
    void emptySchema() throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database propusk");
            statement.execute("create database propusk character set utf8mb4");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.propusk.command.check.WrongSettings#all")
    void aWrongSettingHasItsLine(String setting, String line) throws Exception {
        Path key = key(32);
        assertOneLine(Grade.FAILURE, line, "--propusk.secret-key-file=" + key, setting);
    }

    @Test
    void aSoundInstallationHasNoFault() throws Exception {
        assertThat(findings(CLOCK, external(key(32)))).allMatch(finding -> finding.grade() != Grade.FAILURE);
    }

    @Test
    void aKeyThatIsMissingOrIsNoneHasItsLine() throws Exception {
        List<String> unset = external(key(32)).stream()
                .filter(setting -> !setting.contains("secret-key-file"))
                .toList();
        assertFault(Grade.FAILURE, "propusk.secret-key-file must name the key", unset);
        assertFault(Grade.FAILURE, "There is no key file", external(folder.resolve("no-such-file")));
        assertFault(Grade.FAILURE, "holds 31 bytes instead of 32", external(key(31)));
        assertFault(
                Grade.FAILURE, "is not Base64", external(Files.writeString(folder.resolve("words"), "open sesame!")));
    }

    @Test
    void aKeyThatEverybodyMayReadIsWarnedOf() throws Exception {
        Path key = key(32);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertFault(Grade.WARNING, "may read the key", external(key));
    }

    @Test
    void aPortThatIsTakenHasItsLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<String> settings = external(key(32));
            settings.add("--server.address=127.0.0.1");
            settings.add("--server.port=" + taken.getLocalPort());
            assertFault(Grade.FAILURE, "Port " + taken.getLocalPort() + " can't be listened on", settings);
        }
    }

    @Test
    void aDatabaseThatIsNotThereOrRefusesUsHasItsLine() throws Exception {
        Path key = key(32);
        List<String> away = external(key);
        away.add("--spring.datasource.url=jdbc:mariadb://127.0.0.1:1/propusk?connectTimeout=500");
        assertFault(Grade.FAILURE, "The database does not answer", last(away));
        List<String> wrongPassword = external(key);
        wrongPassword.add("--spring.datasource.password=wrong");
        assertFault(Grade.FAILURE, "Access denied", last(wrongPassword));
        List<String> unknown = external(key);
        unknown.add("--spring.datasource.url=" + server.url().replace("/propusk", "/nowhere"));
        assertFault(Grade.FAILURE, "Unknown database", last(unknown));
    }

    @Test
    void aDatabaseOfAnotherKeyOrOfANewerProgramHasItsLine() throws Exception {
        server.execute("create table installation (key_fingerprint binary(32))");
        server.execute("insert into installation values (repeat('x', 32))");
        assertFault(Grade.FAILURE, "not the one that this database was begun with", external(key(32)));
        server.execute("drop table installation");
        server.execute("create table schema_generation (needed smallint)");
        server.execute("insert into schema_generation values (999)");
        assertFault(Grade.FAILURE, "changed by a newer Propusk", external(key(32)));
    }

    @Test
    void aUserThatMayDoTooLittleOrTooMuchHasItsLine() throws Exception {
        List<String> settings = external(key(32));
        assertFault(Grade.WARNING, "may change and delete what the journal says", settings);
        server.execute("create or replace user 'poor'@'127.0.0.1' identified by 'poor'");
        server.execute("grant select on propusk.* to 'poor'@'127.0.0.1'");
        settings.add("--spring.datasource.username=poor");
        settings.add("--spring.datasource.password=poor");
        assertFault(Grade.FAILURE, "may not make its tables", last(settings));
    }

    @Test
    void aCharacterSetThatLacksLettersIsWarnedOf() throws Exception {
        server.execute("alter database propusk character set latin1");
        assertFault(Grade.WARNING, "character set is latin1", external(key(32)));
    }

    @Test
    void aClockThatIsOffIsWarnedOfAndFarOffIsAFault() throws Exception {
        Path key = key(32);
        assertThat(findings(() -> CLOCK.instant().plusSeconds(20), external(key)))
                .anyMatch(
                        found -> found.grade() == Grade.WARNING && found.says().contains("s ahead of"));
        assertThat(findings(() -> CLOCK.instant().minusSeconds(86_400), external(key)))
                .anyMatch(
                        found -> found.grade() == Grade.FAILURE && found.says().contains("s behind"));
    }

    @Test
    void tlsWithoutAProxyThatIsTrustedIsWarnedOf() throws Exception {
        List<String> settings = external(key(32));
        settings.add("--propusk.public-url=https://wifi.example.org");
        assertFault(Grade.WARNING, "no proxy is trusted", last(settings));
    }

    private void assertOneLine(Grade grade, String line, String... settings) {
        List<Finding> wrong = findings(CLOCK, List.of(settings)).stream()
                .filter(Finding::isFailure)
                .toList();
        assertThat(wrong).singleElement().satisfies(found -> {
            assertThat(found.grade()).isEqualTo(grade);
            assertThat(found.says() + " " + found.remedy()).contains(line).doesNotContain("\n");
        });
    }

    private void assertFault(Grade grade, String line, List<String> settings) {
        assertThat(findings(CLOCK, settings))
                .filteredOn(found -> found.grade() == grade && found.says().contains(line))
                .as(line)
                .singleElement()
                .satisfies(found -> assertThat(found.remedy()).isNotBlank());
        assertThat(findings(CLOCK, settings)).filteredOn(Finding::isFailure).hasSize(grade == Grade.FAILURE ? 1 : 0);
    }

    private List<Finding> findings(MachineClock clock, List<String> settings) {
        List<String> all = new ArrayList<>(List.of("--propusk.data-dir=" + folder.resolve("data")));
        all.addAll(RIGHT);
        all.addAll(settings);
        try (Surroundings surroundings = Surroundings.with(last(all))) {
            return CheckCommand.findings(surroundings.environment(), clock);
        }
    }

    private List<String> external(Path key) {
        return new ArrayList<>(List.of(
                "--spring.datasource.url=" + server.url(),
                "--spring.datasource.username=" + OwnServer.USER,
                "--spring.datasource.password=" + OwnServer.PASSWORD,
                "--propusk.secret-key-file=" + key));
    }

    /** Of a setting that is given twice, the last one. */
    private static List<String> last(List<String> settings) {
        List<String> kept = new ArrayList<>();
        for (String setting : settings) {
            String name = setting.substring(0, setting.indexOf('=') + 1);
            kept.removeIf(other -> other.startsWith(name));
            kept.add(setting);
        }
        return kept;
    }

    private Path key(int bytes) throws Exception {
        Path key = folder.resolve("key-" + bytes);
        Files.deleteIfExists(key);
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(key, Base64.getEncoder().encodeToString(new byte[bytes]));
    }
}
