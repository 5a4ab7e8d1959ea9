package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.base.Sha256;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GatewayKeyTest {
    /** Draws the same bits for ever. */
    private static Random always(byte bits) {
        return new Random() {
            private static final long serialVersionUID = 1;

            @Override
            protected int next(int count) {
                return bits >>> (32 - count);
            }

            @Override
            public void nextBytes(byte[] bytes) {
                Arrays.fill(bytes, bits);
            }
        };
    }

    @Test
    void aKeyIsItsPrefixARandomNumberAndAChecksum() {
        assertThat(GatewayKey.random(always((byte) 0)).value()).isEqualTo("gk_" + "0".repeat(32) + "0rjqnpv");
        assertThat(GatewayKey.random(always((byte) -1)).value())
                .isEqualTo("gk_0twj4yidkw7a8pn4g709kzmfoaol3x8f0o6hgf1");
        assertThat(GatewayKey.random(new Random()).value()).matches("gk_[0-9a-z]{39}");
    }

    @Test
    void whatDoesNotLookLikeAKeyIsNotLookedFor() {
        assertThat(GatewayKey.read("gk_1")).contains(new GatewayKey("gk_1"));
        assertThat(GatewayKey.read("gk_" + "1".repeat(97))).isPresent();
        assertThat(GatewayKey.read("gk_" + "1".repeat(98))).isEmpty();
        assertThat(GatewayKey.read("pk_1")).isEmpty();
    }

    @Test
    void onlyItsHashIsKeptAndNothingOfItIsEverShown() {
        GatewayKey key = GatewayKey.random(new Random());
        assertThat(key.hash()).isEqualTo(Sha256.of(key.value()));
        assertThat(key).hasToString("gk_…");
    }
}
