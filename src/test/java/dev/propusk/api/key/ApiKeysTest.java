package dev.propusk.api.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.api.ApiClient;
import dev.propusk.base.AddressList;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.security.KeyScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PropuskTest
class ApiKeysTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @Autowired
    ApiKeys keys;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    Contract hotel;

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
    }

    @Test
    void aKeyThatAnEarlierVersionIssuedOpensTheDoorYet() {
        String old = "pk_3uUCupRDebs99YgmpRC7IbjYtXkR4c3t3Fxa";
        MadeKey made = make(null);
        jdbc.sql("update api_key set hash = unhex(?) where id = ?")
                .params(
                        "377568eb8af62f4569212eb29ff67e9073542867063040c61077e3052c4d3377",
                        made.key().id())
                .update();
        assertThat(new ApiClient(port, old).get("/quota").status()).isEqualTo(200);
        assertThat(quota(made)).isEqualTo(401);
    }

    @Test
    void onlyTheHashOfAKeyIsKept() {
        MadeKey made = make(null);
        String row = jdbc.sql(
                        "select concat_ws('|', name, hex(hash), hint, scopes, created_by) from api_key where id = ?")
                .param(made.key().id())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(made.text().substring(9)).contains("|pk_", "tokens:read tokens:write");
        assertThat(made.toString()).doesNotContain(made.text());
        assertThat(journal()).doesNotContain(made.text().substring(9)).contains("api-key.made");
    }

    @Test
    void aRevokedKeyIsRefusedFromTheNextCallOn() {
        MadeKey made = make(null);
        assertThat(quota(made)).isEqualTo(200);
        contracts.asOwner(hotel, () -> {
            keys.revoke(hotel.id(), made.key().id());
            return true;
        });
        assertThat(quota(made)).isEqualTo(401);
        assertThat(journal()).contains("api-key.revoked");
    }

    @Test
    void aKeyEndsAtItsEnd() {
        MadeKey made = make(clock.instant().plus(Duration.ofDays(1)));
        assertThat(quota(made)).isEqualTo(200);
        clock.advance(Duration.ofDays(1));
        assertThat(quota(made)).isEqualTo(401);
    }

    @Test
    void aKeyWithAListOpensNothingFromElsewhere() {
        for (String list : List.of("198.51.100.0/24", "198.51.100.0/24, 127.0.0.1")) {
            NewApiKey order = new NewApiKey("Касса", Set.of(KeyScope.values()), null, AddressList.parse(list));
            MadeKey made = contracts.asOwner(hotel, () -> keys.make(hotel.id(), TimeOrderedId.next(), order));
            assertThat(made.key().addresses()).isEqualTo(AddressList.parse(list));
            assertThat(quota(made)).isEqualTo(list.contains("127") ? 200 : 401);
        }
        assertThat(journal()).contains("198.51.100.0/24");
    }

    @Test
    void theLastUseOfAKeyIsNotedAtMostOnceAMinute() {
        MadeKey made = make(null);
        Instant first = clock.instant();
        quota(made);
        Awaitility.await().until(() -> lastUse(made), first::equals);
        clock.advance(Duration.ofSeconds(30));
        quota(made);
        clock.advance(Duration.ofSeconds(31));
        Instant later = clock.instant();
        quota(made);
        Awaitility.await().until(() -> lastUse(made), later::equals);
    }

    @Test
    void onlyTheOwnerOfTheContractMakesSeesAndRevokesItsKeys() {
        MadeKey made = make(null);
        Contract cafe = contracts.open();
        NewApiKey order = new NewApiKey("Касса", Set.of(KeyScope.TOKENS_READ), null);
        assertThatThrownBy(() -> contracts.asOperator(hotel, () -> keys.make(hotel.id(), TimeOrderedId.next(), order)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> contracts.asOperator(hotel, () -> keys.list(hotel.id())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> contracts.asOwner(cafe, () -> keys.list(hotel.id())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> contracts.asOwner(cafe, () -> {
                    keys.revoke(cafe.id(), made.key().id());
                    return true;
                }))
                .isInstanceOf(ApiKeyNotFoundException.class);
        assertThat(quota(made)).isEqualTo(200);
    }

    private MadeKey make(@Nullable Instant end) {
        NewApiKey order = new NewApiKey("Касса", Set.of(KeyScope.values()), end);
        return contracts.asOwner(hotel, () -> keys.make(hotel.id(), TimeOrderedId.next(), order));
    }

    private int quota(MadeKey key) {
        return new ApiClient(port, key.text()).get("/quota").status();
    }

    private @Nullable Instant lastUse(MadeKey made) {
        return contracts.asOwner(hotel, () -> keys.list(hotel.id())).stream()
                .filter(key -> key.id().equals(made.key().id()))
                .findFirst()
                .flatMap(ApiKey::lastUsedAt)
                .orElse(null);
    }

    private String journal() {
        return String.join(
                "\n",
                jdbc.sql("select concat_ws('|', action, details) from journal where contract_id = ?")
                        .param(hotel.id().value())
                        .query(String.class)
                        .list());
    }
}
