package dev.propusk.operation;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.JavaInfo;
import org.springframework.stereotype.Component;

/** Which version this is, and what it runs by; what was compiled without being built has none. */
@Component
class ProductVersion {
    private final String propusk;

    ProductVersion(@Value("${spring.application.version:-}") String propusk) {
        this.propusk = propusk;
    }

    /** {@code 1.0.0}. */
    String propusk() {
        return propusk;
    }

    /** {@code 25.0.1}. */
    String java() {
        return new JavaInfo().getVersion();
    }
}
