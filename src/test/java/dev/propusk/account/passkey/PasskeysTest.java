package dev.propusk.account.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.account.AccountAdministration;
import dev.propusk.contract.Contract;
import dev.propusk.security.ActingAs;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.CredentialRecord;

@PropuskTest
class PasskeysTest {
    @Autowired
    Passkeys passkeys;

    @Autowired
    PasskeyStore store;

    @Autowired
    PasskeysOf all;

    @Autowired
    Ceremonies ceremonies;

    @Autowired
    AccountAdministration administration;

    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Contract hotel;
    private PanelUser operator;
    private CredentialRecord passkey;

    @BeforeEach
    void addOne() {
        hotel = contracts.open();
        operator = contracts.user(contracts.login(hotel, Role.OPERATOR));
        passkey = TestPasskeys.of(operator.account(), clock.instant());
        store.save(passkey);
    }

    @Test
    void whatIsKeptIsReadAsTheSame() {
        CredentialRecord read = store.findByCredentialId(passkey.getCredentialId());
        assertThat(read).usingRecursiveComparison().isEqualTo(passkey);
        assertThat(store.findByUserId(passkey.getUserEntityUserId())).hasSize(1);
    }

    @Test
    void aPersonSeesTheirOwnAndTakesNobodyElsesAway() {
        String id = passkey.getCredentialId().toBase64UrlString();
        contracts.asOwner(hotel, () -> {
            assertThat(passkeys.list()).isEmpty();
            passkeys.remove(id);
            return true;
        });
        ActingAs.user(operator, () -> {
            assertThat(passkeys.list()).extracting(Passkeys.Passkey::label).containsExactly("Компьютер на стойке");
            passkeys.remove(id);
            assertThat(passkeys.list()).isEmpty();
            return true;
        });
        assertThat(contracts.user(operator.getUsername()).epoch()).isEqualTo(operator.epoch() + 2);
    }

    @Test
    void whoeverHasLostTheirDeviceLosesItsPasskeysWithTheSecondFactor() {
        int seen = jdbc.sql("select version from account where id = ?")
                .param(operator.account())
                .query(Integer.class)
                .single();
        contracts.asOwner(hotel, () -> {
            assertThat(administration.hasSecondFactor(hotel.id(), operator.account()))
                    .isTrue();
            administration.removeSecondFactor(hotel.id(), operator.account(), seen);
            assertThat(administration.hasSecondFactor(hotel.id(), operator.account()))
                    .isFalse();
            return true;
        });
        assertThat(all.hasAny(operator.account())).isFalse();
    }

    @Test
    void whatNoDeviceHasSignedIsNobodys() {
        var asked = ceremonies.forSignature(null);
        for (String answer : List.of("", "{}", "null", "[1]", "{\"id\":\"x\"}", "x".repeat(100_000))) {
            assertThat(ceremonies.signedBy(asked, answer)).as(answer).isEmpty();
        }
    }

    @Test
    void whatIsAskedNamesNobodyAndAsksTheDeviceToKnowItsPerson() {
        String asked = ceremonies.write(ceremonies.forSignature(null));
        assertThat(asked).contains("\"userVerification\":\"required\"", "\"rpId\":\"localhost\"");
        assertThat(asked).doesNotContain(operator.getUsername());
    }
}
