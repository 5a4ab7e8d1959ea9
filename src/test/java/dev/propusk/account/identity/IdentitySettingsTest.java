package dev.propusk.account.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.base.StartRefusedException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IdentitySettingsTest {
    @Test
    void whereNothingIsSetItIsOffAndNobodyHasARole() {
        IdentitySettings settings = bound(Map.of());
        assertThat(settings.isOn()).isFalse();
        assertThat(settings.only()).isEmpty();
        assertThat(settings.roles().admin()).isEmpty();
        assertThat(settings.makeLogins()).isTrue();
        assertThat(settings.secondFactor()).isFalse();
    }

    @Test
    void nobodyIsShutOutByASettingAlone() {
        assertThatThrownBy(() -> bound(Map.of("propusk.oidc.only", "ADMIN")))
                .rootCause()
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("ADMIN");
    }

    @Test
    void whatIsBlankIsNotSet() {
        assertThat(bound(Map.of("propusk.oidc.issuer", " ", "propusk.oidc.client-secret", "", "propusk.oidc.label", ""))
                        .isOn())
                .isFalse();
        assertThat(with(Map.of("propusk.oidc.label", " ")).label()).isNull();
    }

    @Test
    void aProviderIsReachedByTls() {
        assertThat(with(Map.of("propusk.oidc.issuer", "https://id.example.org/realms/staff"))
                        .isOn())
                .isTrue();
        assertThat(with(Map.of("propusk.oidc.issuer", "http://127.0.0.1:9000")).isOn())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            issuer=http://id.example.org              | propusk.oidc.issuer is http://id.example.org, which does not begin
            issuer=http://127.0.0.1.example.org       | does not begin with https:// and a host
            issuer=https:/id                          | does not begin with https:// and a host
            issuer=ftp://127.0.0.1/                   | does not begin with https:// and a host
            issuer=id.example.org                     | does not begin with https:// and a host
            issuer=https://id.example.org/?realm=a    | which no issuer has
            issuer=https://me:pw@id.example.org/      | which no issuer has
            issuer=                                   | and no propusk.oidc.issuer
            client-id=                                | propusk.oidc.client-id or .client-secret is not set
            client-secret=                            | propusk.oidc.client-id or .client-secret is not set
            scopes=profile                            | propusk.oidc.scopes is profile, without openid
            roles-claim=                              | .roles-claim or .contract-claim is empty
            roles.admin=                              | No propusk.oidc.roles is set
            only=SUPPORT                              | only has SUPPORT, and propusk.oidc.roles.support is not set
            """)
    void whatCanNotWorkIsRefusedAtTheStart(String setting, String says) {
        int equals = setting.indexOf('=');
        assertThatThrownBy(() ->
                        with(Map.of("propusk.oidc." + setting.substring(0, equals), setting.substring(equals + 1))))
                .rootCause()
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(says);
    }

    /** All that is needed, with this instead. */
    private static IdentitySettings with(Map<String, String> changed) {
        Map<String, String> all = new HashMap<>(Map.of(
                "propusk.oidc.issuer", "https://id.example.org",
                "propusk.oidc.client-id", "propusk",
                "propusk.oidc.client-secret", "a secret",
                "propusk.oidc.roles.admin", "wifi-admins"));
        all.putAll(changed);
        return bound(all);
    }

    private static IdentitySettings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("propusk.oidc", IdentitySettings.class);
    }
}
