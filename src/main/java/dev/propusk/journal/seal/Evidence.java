package dev.propusk.journal.seal;

import dev.propusk.security.ContractId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says that the application has written.
 *
 * @param contract null: the provider's own
 */
public record Evidence(
        Instant at, @Nullable ContractId contract, String action, UUID subject, Map<String, @Nullable Object> details) {
    /** Empty: it does not say. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(details.get(name)).map(Object::toString);
    }
}
