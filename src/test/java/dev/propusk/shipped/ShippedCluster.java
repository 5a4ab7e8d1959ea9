package dev.propusk.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** {@code docker/compose.cluster.yaml} from nothing in its documented order; one node of each kind is lost and comes back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShippedCluster {
    private static final String COMPOSE = "docker compose -f compose.cluster.yaml ";
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static Installation machine;
    private static FirstDay people;

    @BeforeAll
    static void install() throws Exception {
        machine = new Installation();
        machine.asDocumented("secrets");
        machine.asDocumented("settings");
        machine.makeCertificate();
        machine.asDocumented("cluster-once");
        machine.asDocumented("cluster-start");
        people = new FirstDay(machine.certificateKey());
    }

    @AfterAll
    static void leave() throws Exception {
        if (people != null) {
            people.close();
        }
        if (machine != null) {
            Files.writeString(
                    Path.of("target", "shipped", "cluster.log"), machine.run(COMPOSE + "logs --no-color 2>&1 || true"));
            machine.leave();
        }
    }

    @Test
    @Order(1)
    void itComesUpFromNothingAndLetsAGuestIn() throws Exception {
        for (int node = 1; node <= 3; node++) {
            assertThat(size(node)).isEqualTo("3");
        }
        untilHealthy();
        people.administratorSignsIn(machine.run(COMPOSE
                        + "logs propusk-1 propusk-2 | grep -o 'first administrator is admin with the password [^ ]*'")
                .strip()
                .replaceAll("(?s).* ", ""));
        people.opensAContract();
        String code = people.ownerPrintsAToken(people.invitesTheOwner());
        people.guestGetsIn(code, "AC:DE:48:01:02:03");
    }

    @Test
    @Order(2)
    void aDatabaseThatIsLostIsNotMissedAndComesBack() throws Exception {
        machine.run(COMPOSE + "kill -s KILL database-1");
        await().atMost(LONGEST).untilAsserted(() -> assertThat(size(2)).isEqualTo("2"));
        untilHealthy();
        people.guestGetsIn(people.ownerPrintsAnother(), "AC:DE:48:01:02:04");
        machine.run(COMPOSE + "up -d");
        await().atMost(LONGEST).untilAsserted(() -> assertThat(size(1)).isEqualTo("3"));
        people.guestGetsIn(people.ownerPrintsAnother(), "AC:DE:48:01:02:05");
    }

    @Test
    @Order(3)
    void anApplicationThatIsLostIsNotMissedAndKeepsItsSeals() throws Exception {
        for (String name : new String[] {"propusk-1", "propusk-2"}) {
            await().atMost(LONGEST).untilAsserted(() -> assertThat(seals(name)).isNotBlank());
        }
        String seals = seals("propusk-1");
        machine.run(COMPOSE + "kill -s KILL propusk-1");
        people.guestGetsIn(people.ownerPrintsAnother(), "AC:DE:48:01:02:06");
        machine.run(COMPOSE + "up -d");
        untilHealthy();
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(seals("propusk-1")).startsWith(seals));
    }

    private static String seals(String application) throws Exception {
        return machine.run(COMPOSE + "exec -T " + application + " cat /data/journal-seals.txt 2>/dev/null || true");
    }

    private static String size(int node) throws Exception {
        return machine.run(COMPOSE + "exec -T -e MYSQL_PWD=\"$(cat secrets/database-root-password)\" database-" + node
                        + " mariadb -N -uroot -e \"select variable_value from information_schema.global_status"
                        + " where variable_name = 'wsrep_cluster_size'\" 2>/dev/null || true")
                .strip();
    }

    private static void untilHealthy() {
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(machine.run(
                                "curl -sS --cacert tls/certificate.pem --resolve %1$s:%2$d:127.0.0.1 https://%1$s:%2$d/actuator/health || true"
                                        .formatted(Installation.HOST, Installation.HTTPS)))
                        .contains("\"UP\""));
    }
}
