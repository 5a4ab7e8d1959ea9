package dev.propusk.web;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outside reaches the application.
 *
 * @param publicUrl scheme, host and port, without a path; in portal addresses, invitations and problem types
 */
@ConfigurationProperties("propusk")
public record PublicSettings(
        @DefaultValue("http://localhost:8080") URI publicUrl) {
    /**
     * The address by which the outside reaches this path.
     *
     * @param path from the root, with a leading slash: {@code /portal/hotel}
     */
    public URI at(String path) {
        return publicUrl.resolve(path);
    }
}
