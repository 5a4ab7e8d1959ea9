package dev.propusk.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.account.guard.FailureCounts;
import dev.propusk.account.signin.LoginDoor.Answer;
import dev.propusk.contract.Contract;
import dev.propusk.security.Role;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sign-in form from outside: who gets in by which name, who keeps whom out, and what the journal says of it. */
@PropuskTest
class SignInDoorTest {
    private static final String DEVICE = "propusk-device";

    @Autowired
    TestContracts contracts;

    @Autowired
    FailureCounts failures;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final String house = "198.18." + ThreadLocalRandom.current().nextInt(256) + "."
            + ThreadLocalRandom.current().nextInt(256);
    private LoginDoor door;
    private String login;
    private UUID account;

    @BeforeEach
    void openAContract() {
        Contract hotel = contracts.open();
        login = contracts.login(hotel, Role.OPERATOR);
        account = contracts.user(login).account();
        door = new LoginDoor(port);
    }

    @Test
    void aLoginHasOneNameWhateverItsCaseAndNothingThatLooksLikeItSignsIn() throws Exception {
        for (String same : List.of(login, login.toUpperCase(Locale.ROOT), " " + login + " ")) {
            assertThat(door.signIn(house, same, TestContracts.PASSWORD).isSignedIn())
                    .as(same)
                    .isTrue();
        }
        for (String other : List.of(
                login.replace('t', 'ｔ'),
                login.replace("o", "ó"),
                login.substring(0, 2) + "\u200B" + login.substring(2),
                "\uFEFF" + login,
                login + "\0",
                login + "\u2003")) {
            assertThat(door.signIn(house, other, TestContracts.PASSWORD).location())
                    .as(other)
                    .contains("/login?error");
        }
    }

    @Test
    void sixtySpellingsFromSixtyAddressesAreOneLoginsGuesses() throws Exception {
        for (int i = 0; i < 20; i++) {
            door.signIn("198.19.1." + i, spelling(i), "wrong");
        }
        assertThat(door.signIn("198.19.2.1", spelling(20), TestContracts.PASSWORD)
                        .isSignedIn())
                .isFalse();
        failures.tell();
        assertThat(told("account.sign-in-failed")).isEqualTo(20);
        assertThat(told("account.sign-in-slowed")).isEqualTo(1);
    }

    @Test
    void theDeskSignsInWhateverItsGuestsTryBehindItsOwnAddress() throws Exception {
        String desk =
                door.signIn(house, login, TestContracts.PASSWORD).cookie(DEVICE).orElseThrow();
        for (int i = 0; i < 40; i++) {
            door.signIn(house, login, "wrong");
        }
        assertThat(door.signIn(house, login, TestContracts.PASSWORD).isSignedIn())
                .as("without the cookie")
                .isFalse();
        assertThat(door.signIn(house, login, TestContracts.PASSWORD, desk).isSignedIn())
                .isTrue();
        assertThat(door.signIn("198.19.3.1", login, TestContracts.PASSWORD, desk)
                        .isSignedIn())
                .as("elsewhere")
                .isTrue();
    }

    @Test
    void aCookieThatWasMadeUpOrIsAnothersOpensNoBudget() throws Exception {
        Answer other = door.signIn(house, contracts.login(contracts.open(), Role.OWNER), TestContracts.PASSWORD);
        for (int i = 0; i < 20; i++) {
            door.signIn("198.19.4." + i, login, "wrong");
        }
        for (String cookie : List.of(
                other.cookie(DEVICE).orElseThrow(),
                DEVICE + "=" + UUID.randomUUID() + "." + "0".repeat(64),
                DEVICE + "=x".repeat(3_000))) {
            assertThat(door.signIn("198.19.5.1", login, TestContracts.PASSWORD, cookie)
                            .isSignedIn())
                    .isFalse();
        }
    }

    @Test
    void aNewDeviceStandsInTheJournalOnceAndIsKnownFromThenOn() throws Exception {
        Answer first = door.signIn(house, login, TestContracts.PASSWORD);
        String cookie = first.cookie(DEVICE).orElseThrow();
        assertThat(first.head().lines().filter(line -> line.contains(DEVICE)))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        door.signIn(house, login, TestContracts.PASSWORD, cookie);
        assertThat(entries("account.new-device")).singleElement().asString().contains("Firefox, Windows");
        door.signIn(house, login, TestContracts.PASSWORD);
        assertThat(entries("account.new-device")).hasSize(2);
    }

    @Test
    void failuresAreOneEntryForEachAddressWithTheirCount() throws Exception {
        for (int i = 0; i < 3; i++) {
            door.signIn(house, login, "wrong");
        }
        door.signIn("198.19.6.1", login, "wrong");
        door.signIn(house, "nobody-" + login, "wrong");
        failures.tell();
        assertThat(entries("account.sign-in-failed"))
                .satisfiesExactlyInAnyOrder(
                        here -> assertThat(here).contains("\"count\":3").contains(house),
                        there -> assertThat(there).contains("\"count\":1").contains("198.19.6.1"));
        failures.tell();
        assertThat(entries("account.sign-in-failed")).hasSize(2);
    }

    private String spelling(int number) {
        char[] letters = login.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (number >> i & 1) == 1 ? Character.toUpperCase(letters[i]) : letters[i];
        }
        return new String(letters);
    }

    private List<String> entries(String action) {
        return jdbc.sql("select details from journal where subject = ? and action = ?")
                .params(account, action)
                .query(String.class)
                .list();
    }

    /** How many tries the entries tell of. */
    private int told(String action) {
        return jdbc.sql("""
                        select coalesce(sum(json_value(details, '$.count')), 0) from journal
                        where subject = ? and action = ?
                        """).params(account, action).query(Integer.class).single();
    }
}
