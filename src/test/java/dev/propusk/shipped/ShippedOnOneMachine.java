package dev.propusk.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** {@code docker/compose.yaml} from nothing by its document: one story in the order of that page. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShippedOnOneMachine {
    private static final String PHONE = "AC:DE:48:01:02:03";
    private static final String TABLET = "AC:DE:48:01:02:04";
    private static final String SECRET = "shared-for-tests";
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static Installation machine;
    private static FirstDay people;
    private static String first = "";
    private static String second = "";

    @BeforeAll
    static void install() throws Exception {
        machine = new Installation();
        machine.asDocumented("secrets");
        machine.asDocumented("settings");
        machine.makeCertificate();
        machine.asDocumented("start");
        people = new FirstDay(machine.certificateKey());
    }

    @AfterAll
    static void leave() throws Exception {
        if (people != null) {
            people.close();
        }
        if (machine != null) {
            Files.writeString(Path.of("target", "shipped", "containers.log"), logs());
            machine.leave();
        }
    }

    @Test
    @Order(1)
    void theFirstAdministratorOpensAContractAndItsOwnerLetsAGuestIn() throws Exception {
        String line = machine.asDocumented("first-password");
        people.administratorSignsIn(line.strip().replaceAll(".* ", ""));
        people.opensAContract();
        first = people.ownerPrintsAToken(people.invitesTheOwner());
        people.guestGetsIn(first, PHONE);
    }

    @Test
    @Order(2)
    void whatAClientSaysOfItselfIsReplaced() throws Exception {
        String headers = machine.run(
                "curl -sS -o /dev/null -D - --cacert tls/certificate.pem --resolve %1$s:%2$d:127.0.0.1 -H 'Host: %1$s' -H 'X-Forwarded-Proto: http' -H 'X-Forwarded-Host: evil.example' -H 'X-Forwarded-Port: 81' https://%1$s:%2$d/contracts"
                        .formatted(Installation.HOST, Installation.HTTPS));
        assertThat(headers)
                .containsIgnoringCase("Strict-Transport-Security:")
                .contains("__Host-JSESSIONID")
                .doesNotContain("evil.example", "http://");
    }

    @Test
    @Order(3)
    void theApplicationsUserCanNotRewriteTheJournal() throws Exception {
        for (String statement :
                new String[] {"delete from journal", "update journal set actor = null", "drop table token"}) {
            assertThat(machine.run("docker compose exec -T -e MYSQL_PWD=\"$(cat secrets/app-password)\" database"
                            + " mariadb -h127.0.0.1 -upropusk propusk -e '" + statement + "' 2>&1 || true"))
                    .contains("command denied to user 'propusk'");
        }
    }

    @Test
    @Order(4)
    void aGatewaySpeaksRadius() throws Exception {
        String block = people.addsAGateway("172.30.80.1", SECRET);
        Files.writeString(machine.place("secrets/radius-clients.conf"), block + "\n");
        machine.asDocumented("radius");
        await().atMost(LONGEST).untilAsserted(() -> assertThat(health("radius")).isEqualTo("healthy"));
        assertThat(ask(PHONE)).contains("Received Access-Accept");
        assertThat(ask(TABLET)).contains("Received Access-Reject");
    }

    @Test
    @Order(5)
    void aBackupAndTheLogBringEverythingToTheMomentBeforeAnAccident() throws Exception {
        machine.asDocumented("backup");
        restartTheDatabase();
        second = people.ownerPrintsAnother();
        restartTheDatabase();
        people.guestGetsIn(second, TABLET);
        String before = rows();
        // the log tells seconds apart
        Instant moment = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        await().until(() -> Instant.now().isAfter(moment));
        asRoot("drop table token_code; delete from journal");

        machine.asDocumented("restore-to", "2026-11-24 14:02:59", MOMENT.format(moment));
        untilHealthy();
        assertThat(rows()).isEqualTo(before);
        assertThat(people.ownerSees(second)).isTrue();
    }

    @Test
    @Order(6)
    void anEmptyInstallationBecomesTheOldOneByItsBackupAndKey() throws Exception {
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(machine.run("ls -A backups")).doesNotContain(".restored"));
        String before = rows();
        Path key = machine.place("../secret.key");
        Files.copy(machine.place("secrets/secret.key"), key, StandardCopyOption.REPLACE_EXISTING);
        machine.takeDown();
        machine.run("rm -r secrets");
        machine.asDocumented("secrets");
        Files.copy(key, machine.place("secrets/secret.key"), StandardCopyOption.REPLACE_EXISTING);
        machine.run("chown 10001 secrets/*");

        machine.asDocumented("restore");
        untilHealthy();
        assertThat(rows()).isEqualTo(before);
        assertThat(people.ownerSees(first)).isTrue();
    }

    /** What an operator would count. */
    private static String rows() throws Exception {
        return asRoot(
                "select count(*), count(distinct code) from token_code; select count(*), sum(mac is not null) from token;"
                        + " select count(*) from account; select username from account order by 1");
    }

    private static void restartTheDatabase() throws Exception {
        machine.run("docker compose restart database");
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(health("database")).isEqualTo("healthy"));
        untilHealthy();
    }

    private static String asRoot(String statements) throws Exception {
        return machine.run("docker compose exec -T -e MYSQL_PWD=\"$(cat secrets/database-root-password)\" database"
                + " mariadb -N -uroot propusk -e '" + statements + "'");
    }

    private static void untilHealthy() {
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(machine.run(
                                "curl -sS --cacert tls/certificate.pem --resolve %1$s:%2$d:127.0.0.1 https://%1$s:%2$d/actuator/health || true"
                                        .formatted(Installation.HOST, Installation.HTTPS)))
                        .contains("\"UP\""));
    }

    private static String health(String service) throws Exception {
        return machine.run("docker inspect -f '{{.State.Health.Status}}' $(docker compose ps -q " + service + ")")
                .strip();
    }

    private static String ask(String mac) throws Exception {
        return machine.run("""
                radclient -x -r 3 -t 4 127.0.0.1:%d auth %s <<'PACKET' || true
                User-Name = "%s"
                User-Password = "x"
                Calling-Station-Id = "%s"
                Message-Authenticator = 0x00
                PACKET
                """.formatted(Installation.RADIUS, SECRET, mac, mac));
    }

    private static String logs() throws Exception {
        return machine.run("docker compose --profile radius logs --no-color 2>&1 || true");
    }
}
