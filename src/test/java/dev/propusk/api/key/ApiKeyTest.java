package dev.propusk.api.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.propusk.secrets.IssuedKey;
import dev.propusk.security.ContractId;
import dev.propusk.security.KeyScope;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");
    private static final ContractId HOTEL = ContractId.next();

    private final UUID id = UUID.randomUUID();

    @Test
    void aKeyKeepsWhatItWasMadeForAndNoMoreOfItselfThanItsBeginning() {
        ApiKey key = key(NOW.plusSeconds(60));
        assertThat(key.id()).isEqualTo(id);
        assertThat(key.contract()).isEqualTo(HOTEL);
        assertThat(key.name()).isEqualTo("PMS");
        assertThat(key.hint()).isEqualTo("pk_12345");
        assertThat(key.scopes()).containsExactly(KeyScope.TOKENS_READ);
        assertThat(key.createdAt()).isEqualTo(NOW);
        assertThat(key.createdBy()).isEqualTo("hotel");
        assertThat(key.endsAt()).contains(NOW.plusSeconds(60));
        assertThat(key.lastUsedAt()).isEmpty();
        assertThat(key.revokedAt()).isEmpty();
    }

    @Test
    void aKeyIsLiveUntilItEndsOrIsRevoked() {
        assertThat(key(null).isLive(NOW.plusSeconds(1_000_000))).isTrue();
        assertThat(key(NOW.plusSeconds(60)).isLive(NOW.plusSeconds(59))).isTrue();
        assertThat(key(NOW.plusSeconds(60)).isLive(NOW.plusSeconds(60))).isFalse();
        ApiKey revoked = key(null);
        revoked.revoke(NOW);
        revoked.revoke(NOW.plusSeconds(5));
        assertThat(revoked.isLive(NOW)).isFalse();
        assertThat(revoked.revokedAt()).as("the first time counts").contains(NOW);
    }

    @Test
    void scopesAreKeptAsTheirWordsInOneOrder() {
        Set<KeyScope> all = Set.of(KeyScope.TOKENS_WRITE, KeyScope.TOKENS_READ);
        assertThat(KeyScopes.write(all)).isEqualTo("tokens:read tokens:write");
        assertThat(KeyScopes.read("tokens:read tokens:write")).isEqualTo(all);
        assertThat(KeyScopes.read("tokens:burn")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\tb", "ab\u0085c"})
    void aKeysNameIsOneLine(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> order(name, Set.of(KeyScope.TOKENS_READ)));
    }

    @Test
    void aKeyHasANameOfUpToSixtyCharactersAndAtLeastOneScope() {
        assertThat(order(" " + "я".repeat(60) + " ", Set.of(KeyScope.TOKENS_READ))
                        .name())
                .isEqualTo("я".repeat(60));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> order("я".repeat(61), Set.of(KeyScope.TOKENS_READ)))
                .withMessage("name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> order("PMS", Set.of()))
                .withMessage("scopes");
    }

    private ApiKey key(@Nullable Instant endsAt) {
        NewApiKey order = new NewApiKey("PMS", Set.of(KeyScope.TOKENS_READ), endsAt);
        return new ApiKey(id, HOTEL, order, new IssuedKey("pk_1234567890"), "hotel", NOW);
    }

    private static NewApiKey order(String name, Set<KeyScope> scopes) {
        return new NewApiKey(name, scopes, null);
    }
}
