package dev.propusk.base;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Makes the ids of rows: UUIDv7 (RFC 9562, 5.7), so that rows inserted together stand together. */
public final class TimeOrderedId {
    private TimeOrderedId() {}

    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
