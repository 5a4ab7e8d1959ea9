package dev.propusk.token.store;

import dev.propusk.token.TokenCode;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps a {@link TokenCode} as its 12 digits. */
@Converter(autoApply = true)
class TokenCodeConverter implements AttributeConverter<TokenCode, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable TokenCode code) {
        return code == null ? null : code.value();
    }

    @Override
    public @Nullable TokenCode convertToEntityAttribute(@Nullable String digits) {
        return digits == null ? null : new TokenCode(digits);
    }
}
