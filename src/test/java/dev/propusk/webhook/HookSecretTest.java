package dev.propusk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.secrets.IssuedKey;
import org.junit.jupiter.api.Test;

class HookSecretTest {
    @Test
    void anEventIsSignedOverItsTimeAndItsBody() {
        // as Python's hmac has it
        assertThat(new HookSecret(new IssuedKey("whsec_test")).sign(1_764_493_200, "{\"a\":1}"))
                .isEqualTo("6555f6515554c333482f26f24f541002621f7e1eac6d0cd8220dab41c1ea3cba");
    }

    @Test
    void aSecretHasFortyThreeRandomCharactersAndIsNeverShown() {
        HookSecret secret = HookSecret.issue();
        assertThat(secret.text()).matches("whsec_[0-9A-Za-z]{49}");
        assertThat(secret.toString()).doesNotContain(secret.text().substring(6));
    }

    @Test
    void anEventIsDeliveredByAnAnswerOfTwoHundredToTwoHundredAndNinetyNine() {
        assertThat(Outcome.answered(199).isDelivered()).isFalse();
        assertThat(Outcome.answered(200).isDelivered()).isTrue();
        assertThat(Outcome.answered(299).isDelivered()).isTrue();
        assertThat(Outcome.answered(300).isDelivered()).isFalse();
        assertThat(Outcome.failed(DeliveryFailure.TIMEOUT).isDelivered()).isFalse();
        assertThat(Outcome.failed(DeliveryFailure.TIMEOUT)).isEqualTo(new Outcome(null, DeliveryFailure.TIMEOUT));
    }
}
