package dev.propusk.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.base.ChangedMeanwhileException;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.InvalidGatewayException;
import dev.propusk.gateway.controller.ControllerFailure;
import dev.propusk.gateway.controller.ControllerTerms;
import dev.propusk.gateway.controller.Dialect;
import dev.propusk.gateway.controller.FakeUnifi;
import dev.propusk.gateway.controller.TestTls;
import dev.propusk.security.ActingAs;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenId;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom a controller is told to let in and to put off. */
class ToldControllerTest extends ToldGuests {
    @Test
    void aGuestGetsFromTheRedirectOnlineAndIsPutOffWithTheToken() throws Exception {
        fake.connect(device);
        assertThat(get(redirect()).body()).contains("name=\"identifier\"");
        HttpResponse<String> accepted = post(redirect(), generate().value(), "");
        assertThat(plain(accepted)).contains("data-identified-until").contains("back=");
        assertThat(online(accepted)).as("not before the controller says so").isFalse();
        tell();
        assertThat(fake.told).containsExactly(authorized(1440));
        assertThat(online(accepted)).isTrue();
        annul();
        tell();
        assertThat(fake.told).containsExactly(authorized(1440), unauthorized());
        assertThat(journal()).containsExactly("gateway.controller-set", "gateway.let-in", "gateway.put-off");
        tell();
        assertThat(fake.told).as("nothing is left to be said").hasSize(2);
    }

    @Test
    void aDeviceThatIsNoGuestThereSpendsNoToken() throws Exception {
        TokenCode code = generate();
        HttpResponse<String> refused = post(redirect(), code.value(), "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("data-error=\"device\"");
        fake.connect(device);
        assertThat(post(redirect(), code.value(), "").statusCode()).isEqualTo(200);
    }

    @Test
    void minutesAreRenewedWhileTheTokenLivesAndNeverLongerThanIt() throws Exception {
        fake.connect(device);
        enter();
        tell();
        clock.advance(Duration.ofHours(23).plusMinutes(54));
        tell();
        assertThat(fake.told).as("not yet").hasSize(1);
        clock.advance(Duration.ofSeconds(90));
        tell();
        assertThat(fake.told)
                .as("the token has 24 hours and four and a half minutes more")
                .hasSize(2);
        assertThat(fake.told).last().isEqualTo(authorized(1440));
        clock.advance(Duration.ofHours(23).plusMinutes(56));
        tell();
        assertThat(fake.told).last().isEqualTo(authorized(8));
        clock.advance(Duration.ofMinutes(8));
        tell();
        assertThat(fake.told).as("in the last seconds nothing is said").hasSize(3);
        clock.advance(Duration.ofMinutes(1));
        expiry.annulDue();
        tell();
        assertThat(fake.told).as("its own minutes are out").hasSize(3);
        assertThat(left()).isZero();
    }

    @Test
    void aSuspendedNetworksGuestsArePutOffAndComeBackWhenItGoesOn() throws Exception {
        fake.connect(device);
        enter();
        tell();
        contracts.suspend(hotel.id());
        tell();
        assertThat(fake.told).last().isEqualTo(unauthorized());
        contracts.resume(hotel.id());
        enter();
        tell();
        assertThat(fake.told).last().isEqualTo(authorized(1440));
    }

    @Test
    void aTokenThatIsEnteredByHandLetsTheDeviceInAsSoonAsItIsThere() {
        TokenCode code = generate();
        TokenId token = new TokenId(jdbc.sql("select id from token where code = ?")
                .param(code.value())
                .query(UUID.class)
                .single());
        contracts.asOwner(hotel, () -> activation.activateByHand(hotel.id(), token, device));
        tell();
        assertThat(fake.told).isEmpty();
        assertThat(state()).isEqualTo(ControllerFailure.CLIENT);
        fake.connect(device);
        clock.advance(Duration.ofSeconds(2));
        tell();
        assertThat(fake.told).containsExactly(authorized(1440));
        assertThat(state()).isNull();
    }

    @Test
    void whatFailsIsToldAtTheGatewayAndAgainUntilItIsDone() throws Exception {
        fake.connect(device);
        enter();
        fake.refuses(503);
        tell();
        assertThat(state()).isEqualTo(ControllerFailure.BUSY);
        assertThat(journal()).containsExactly("gateway.controller-set", "gateway.not-told");
        clock.advance(Duration.ofSeconds(2));
        tell();
        assertThat(journal()).as("one entry for several").hasSize(2);
        fake.refuses(0);
        tell();
        assertThat(fake.told).as("after a longer pause").isEmpty();
        clock.advance(Duration.ofSeconds(5));
        tell();
        assertThat(fake.told).containsExactly(authorized(1440));
        assertThat(state()).isNull();
    }

    @Test
    void aWrongKeyAndAnotherCertificateAreToldAndARightOneIsTriedAtOnce() throws Exception {
        fake.connect(device);
        enter();
        set(fake.address(), "another-key", tls.fingerprint());
        tell();
        assertThat(state()).isEqualTo(ControllerFailure.CREDENTIAL);
        set(fake.address(), FakeUnifi.KEY, TestTls.make(folder).fingerprint());
        tell();
        assertThat(state()).isEqualTo(ControllerFailure.CERTIFICATE);
        assertThat(fake.told).isEmpty();
        set(fake.address(), FakeUnifi.KEY, tls.fingerprint());
        tell();
        assertThat(fake.told).containsExactly(authorized(1440));
    }

    /** A node that died after it had asked, before it wrote down what came of it. */
    @Test
    void whoMayHaveBeenLetInByANodeThatDiedIsPutOffAllTheSame() throws Exception {
        fake.connect(device);
        enter();
        tell();
        jdbc.sql("update controller_pass set open_until = null, tries = 1, due_at = ? where contract_id = ?")
                .params(
                        InstantConverter.toUtc(clock.instant().plusSeconds(60)),
                        hotel.id().value())
                .update();
        annul();
        tell();
        assertThat(fake.told).containsExactly(authorized(1440), unauthorized());
        assertThat(left()).isZero();
    }

    @Test
    void anUnreachableGuestIsPutOffAgainAndAgainForAsLongAsItMayBeIn() throws Exception {
        fake.connect(device);
        enter();
        tell();
        fake.leave(device);
        annul();
        tell();
        assertThat(state()).isEqualTo(ControllerFailure.CLIENT);
        fake.connect(device);
        clock.advance(Duration.ofSeconds(2));
        tell();
        assertThat(fake.told).last().isEqualTo(unauthorized());
    }

    @Test
    void oneControllersKeyIsNotSentToAnotherAddress() {
        assertThatThrownBy(() -> ActingAs.administrator(() -> controllers.set(
                        hotel.id(),
                        gateway.id(),
                        new ControllerTerms(
                                Dialect.UNIFI_KEY, URI.create("https://192.0.2.1"), "default", null, null, null),
                        1)))
                .isInstanceOf(InvalidGatewayException.class);
    }

    @Test
    void whatSomebodyElseHasSetMeanwhileIsNotOverwritten() {
        ControllerTerms other =
                new ControllerTerms(Dialect.UNIFI_KEY, URI.create("https://192.0.2.1"), "lobby", null, "another", null);
        for (int seen : new int[] {0, 2}) {
            assertThatThrownBy(
                            () -> ActingAs.administrator(() -> controllers.set(hotel.id(), gateway.id(), other, seen)))
                    .isInstanceOf(ChangedMeanwhileException.class);
        }
        ActingAs.administrator(() -> controllers.set(hotel.id(), gateway.id(), other, 1));
        ActingAs.administrator(() -> controllers.set(hotel.id(), gateway.id(), other, 1));
        assertThat(ActingAs.administrator(() -> controllers.of(hotel.id(), gateway.id())))
                .as("what stands so already is not done again")
                .hasValueSatisfying(now -> assertThat(now.version()).isEqualTo(2));
        assertThat(journal()).containsExactly("gateway.controller-set", "gateway.controller-set");
    }
}
