package dev.propusk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Limits;
import dev.propusk.secrets.IssuedKey;
import dev.propusk.secrets.Secrets;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.Uses;
import dev.propusk.token.end.Annulments;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.JsonNode;

class HookTest extends HooksToAReceiver {
    @Autowired
    Secrets secrets;

    @Autowired
    Annulments ending;

    @Test
    void eachEventOfATokenArrivesSigned() {
        Token token = generate(3, Reuse.SINGLE_USE, Term.ofDays(1)).getFirst();
        MacAddress device = TestContracts.device();
        activation.activate(hotel.id(), token.code(), device);
        contracts.asOwner(hotel, () -> ending.annul(hotel.id(), token.id(), false));
        deliver();
        assertThat(received)
                .extracting(Received::type)
                .containsExactlyInAnyOrder("tokens.low", "token.activated", "token.annulled");
        for (Received one : received) {
            assertThat(one.signatures()).containsExactly("v1=" + sign(secret, one));
            assertThat(one.json().get("id").stringValue()).isEqualTo(one.event());
            assertThat(one.json().get("contract").stringValue()).isEqualTo(hotel.number());
        }
        JsonNode activated = of("token.activated").json().at("/data/token");
        assertThat(activated.get("id").stringValue()).isEqualTo(token.id().toString());
        assertThat(activated.get("mac").stringValue()).isEqualTo(device.toString());
        assertThat(activated.get("state").stringValue()).isEqualTo("ACTIVE");
        assertThat(of("token.annulled").json().at("/data/token/annulment").stringValue())
                .isEqualTo("BY_HAND");
        assertThat(of("tokens.low").json().get("data").toString()).isEqualTo("{\"unused\":2,\"limit\":200}");
        deliver();
        assertThat(received).hasSize(3);
    }

    @Test
    void whatExpiresIsToldOneByOne() throws Exception {
        for (Token token : generate(5, Reuse.SINGLE_USE, Term.ofDays(1))) {
            activation.activate(hotel.id(), token.code(), TestContracts.device());
        }
        clock.advance(Duration.ofDays(1));
        expire();
        deliver();
        assertThat(received.stream().filter(one -> one.type().equals("token.annulled")))
                .hasSize(5)
                .allMatch(one ->
                        one.json().at("/data/token/annulment").stringValue().equals("EXPIRED"));
    }

    @Test
    void theLastDeviceOfACodeForSoManyIsToldAndThatItIsUsedUp() {
        TokenRequest request = new TokenRequest(1, Uses.of(2), Term.UNLIMITED, null, null, Limits.NONE);
        Token token = contracts.asOwner(
                hotel, () -> generation.generate(hotel.id(), request).tokens().getFirst());
        activation.activate(hotel.id(), token.code(), TestContracts.device());
        activation.activate(hotel.id(), token.code(), TestContracts.device());
        deliver();
        assertThat(received)
                .extracting(Received::type)
                .containsExactlyInAnyOrder("token.activated", "token.activated", "token.annulled");
        JsonNode usedUp = of("token.annulled").json().at("/data/token");
        assertThat(usedUp.get("id").stringValue()).isEqualTo(token.id().toString());
        assertThat(usedUp.get("annulment").stringValue()).isEqualTo("USED_UP");
        assertThat(usedUp.get("devices").intValue()).isEqualTo(2);
    }

    @Test
    void aMoveEndsOneTokenAndActivatesAnother() {
        Token token = generate(5, Reuse.SINGLE_USE, Term.UNLIMITED).getFirst();
        activation.activate(hotel.id(), token.code(), TestContracts.device());
        Token moved =
                contracts.asOwner(hotel, () -> activation.moveToNewMac(hotel.id(), token.id(), TestContracts.device()));
        deliver();
        assertThat(received)
                .extracting(Received::type)
                .containsExactlyInAnyOrder("token.activated", "token.annulled", "token.activated");
        assertThat(of("token.annulled").json().at("/data/token/annulment").stringValue())
                .isEqualTo("MOVED_TO_NEW_MAC");
        assertThat(received)
                .anyMatch(one -> one.json()
                        .at("/data/token/id")
                        .stringValue()
                        .equals(moved.id().toString()));
    }

    @Test
    void aNewSecretSignsBesideTheOldOneForADay() {
        String replacement = contracts.asOwner(hotel, () -> hooks.replaceSecret(hotel.id()));
        trial();
        deliver();
        Received one = received.getFirst();
        assertThat(one.signatures()).containsExactly("v1=" + sign(replacement, one), "v1=" + sign(secret, one));
        clock.advance(Duration.ofDays(1));
        trial();
        deliver();
        assertThat(received.getLast().signatures()).containsExactly("v1=" + sign(replacement, received.getLast()));
        assertThat(jdbc.sql("select hex(secret) from webhook where contract_id = ?")
                        .param(hotel.id().value())
                        .query(String.class)
                        .single())
                .doesNotContainIgnoringCase(
                        java.util.HexFormat.of().formatHex(replacement.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aSecretThatAnEarlierVersionIssuedSignsAsItDid() {
        String old = "whsec_rE3pU3H3My1qHYUDChw8eWgGQFoqcAyWhKFpWjnnhTc";
        byte[] kept = secrets.encrypt("webhook-secret", old.getBytes(StandardCharsets.UTF_8));
        jdbc.sql("update webhook set secret = ? where contract_id = ?")
                .params(kept, hotel.id().value())
                .update();
        assertThat(table.secrets(hotel.id(), clock.instant()))
                .extracting(one -> one.sign(1_764_460_800, "{}"))
                .containsExactly("0676449bb22cf23c8ea80e366957ced729c3964f4444e3188711b09f66db548f");
    }

    @Test
    void onlyTheOwnerSetsWhereEventsGo() {
        Contract cafe = contracts.open();
        assertThatThrownBy(() -> contracts.asOperator(hotel, () -> hooks.find(hotel.id())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> contracts.asOwner(cafe, () -> hooks.replaceSecret(hotel.id())))
                .isInstanceOf(AccessDeniedException.class);
        contracts.suspend(hotel.id());
        assertThatThrownBy(() -> contracts.asOwner(hotel, () -> hooks.set(hotel.id(), "https://a.example/", 2, null)))
                .isInstanceOf(dev.propusk.contract.WrongContractStatusException.class);
    }

    /** The sweep is not ours to call; whatever it is made of, it comes by itself. */
    private void expire() throws Exception {
        Object expiry = context.getBean("expiry");
        var sweep = expiry.getClass().getDeclaredMethod("annulDue");
        sweep.setAccessible(true);
        sweep.invoke(expiry);
    }

    private static String sign(String secret, Received one) {
        return new HookSecret(new IssuedKey(secret)).sign(Long.parseLong(one.timestamp()), one.body());
    }
}
