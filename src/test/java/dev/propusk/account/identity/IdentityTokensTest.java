package dev.propusk.account.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/** What the provider of identities sends is believed where it passes every check, and only there. */
@ExtendWith(OutputCaptureExtension.class)
class IdentityTokensTest extends ByProvider {
    @TestFactory
    Stream<DynamicTest> aTokenThatFailsACheckOpensNothing(CapturedOutput log) {
        Map<String, Consumer<JwtClaimsSet.Builder>> spoilt = Map.of(
                "iss", claims -> claims.issuer("https://elsewhere.example.org"),
                "aud", claims -> claims.audience(List.of("another-client")),
                "nonce", claims -> claims.claim("nonce", "of another attempt"),
                "exp",
                        claims -> claims.issuedAt(clock.instant().minusSeconds(600))
                                .expiresAt(clock.instant().minusSeconds(300)),
                "iat",
                        claims -> claims.issuedAt(clock.instant().plusSeconds(3600))
                                .expiresAt(clock.instant().plusSeconds(7200)),
                "azp",
                        claims -> claims.audience(List.of(TestProvider.CLIENT, "another-client"))
                                .claim("azp", "another-client"),
                "sub", claims -> claims.subject("ж"));
        return spoilt.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    provider.mend(clock);
                    provider.spoils(one.getValue());
                    assertThat(signIn()).isEqualTo("/sign-in-refused/untrusted");
                    assertThat(log.getOut()).contains("account.identity-refused", "reason=UNTRUSTED");
                }));
    }

    @Test
    void aTokenThatAnotherKeySignedOpensNothing() throws Exception {
        assertThat(signIn()).isEqualTo("/");
        provider.signsByAnotherKey();
        assertThat(signIn()).isEqualTo("/sign-in-refused/untrusted");
    }

    @Test
    void aKeyThatTheProviderRolledOverIsFoundAndTheOneBeforeIsWorthNothing() throws Exception {
        assertThat(signIn()).isEqualTo("/");
        provider.rollsItsKeyOver();
        assertThat(signIn()).isEqualTo("/");
    }

    @Test
    void whatTheProviderRefusesIsTold() throws Exception {
        TestVisit visit = visit();
        String state = TestVisit.state(visit.begin(null));
        assertThat(visit.comesBack(URI.create(HERE + "/login/oidc?error=access_denied&state=" + state)))
                .isEqualTo("/sign-in-refused/denied");
        assertThat(visit.comesBack(URI.create(HERE + "/login/oidc?error=access_denied&state=" + state)))
                .isEqualTo("/sign-in-refused/begin-again");
        assertThat(visit.comesBack(URI.create(HERE + "/login/oidc?x"))).isEqualTo("/sign-in-refused/begin-again");
    }

    @Test
    void aCodeThatTheProviderDidNotGiveOpensNothing() throws Exception {
        TestVisit visit = visit();
        String state = TestVisit.state(visit.begin(null));
        assertThat(visit.comesBack(URI.create(HERE + "/login/oidc?code=made-up&state=" + state)))
                .isEqualTo("/sign-in-refused/denied");
        assertThat(visit.signedIn()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/oauth2/jwks"})
    void anAnswerThatHasNoEndHoldsNobodyForLong(String address) throws Exception {
        assertThat(signIn()).isEqualTo("/");
        provider.rollsItsKeyOver();
        provider.isStuckAt(address);
        long start = System.nanoTime();
        assertThat(signIn()).isEqualTo("/sign-in-refused/away");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        provider.mend(clock);
        assertThat(signIn()).isEqualTo("/");
    }

    private String signIn() throws Exception {
        String name = somebody();
        provider.knows(name, ADMIN);
        TestVisit visit = visit();
        String leads = visit.signIn(name);
        assertThat(visit.signedIn() == null).isEqualTo(!leads.equals("/"));
        return leads;
    }
}
