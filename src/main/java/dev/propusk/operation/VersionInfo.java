package dev.propusk.operation;

import java.util.Map;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/** Says on {@code /actuator/info} which version runs. */
@Component
class VersionInfo implements InfoContributor {
    private final ProductVersion version;

    VersionInfo(ProductVersion version) {
        this.version = version;
    }

    @Override
    public void contribute(Info.Builder info) {
        info.withDetail("app", Map.of("name", "propusk", "version", version.propusk()))
                .withDetail("java", Map.of("version", version.java()));
    }
}
