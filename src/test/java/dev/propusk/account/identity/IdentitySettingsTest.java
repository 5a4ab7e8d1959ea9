package dev.propusk.account.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.base.StartRefusedException;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
    void aProviderIsSetWhollyAndReachedByTls() {
        assertThatThrownBy(() -> bound(Map.of("propusk.oidc.issuer", "https://id.example.org")))
                .rootCause()
                .isInstanceOf(StartRefusedException.class);
        assertThat(set("https://id.example.org/realms/staff").isOn()).isTrue();
        assertThat(set("http://127.0.0.1:9000").isOn()).isTrue();
        for (String plain : new String[] {"http://id.example.org", "http://127.0.0.1.example.org", "http:/x"}) {
            assertThatThrownBy(() -> set(plain)).rootCause().isInstanceOf(StartRefusedException.class);
        }
    }

    private static IdentitySettings set(String issuer) {
        return bound(Map.of(
                "propusk.oidc.issuer", issuer,
                "propusk.oidc.client-id", "propusk",
                "propusk.oidc.client-secret", "a secret"));
    }

    private static IdentitySettings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("propusk.oidc", IdentitySettings.class);
    }
}
