package dev.propusk.data;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Keeps a time zone by its name in the IANA database. */
@Converter(autoApply = true)
class ZoneIdConverter implements AttributeConverter<ZoneId, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ZoneId zone) {
        return zone == null ? null : zone.getId();
    }

    @Override
    public @Nullable ZoneId convertToEntityAttribute(@Nullable String id) {
        return id == null ? null : ZoneId.of(id);
    }
}
