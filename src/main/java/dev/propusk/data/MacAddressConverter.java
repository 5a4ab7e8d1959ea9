package dev.propusk.data;

import dev.propusk.base.MacAddress;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps a {@link MacAddress} as {@code binary(6)}. */
@Converter(autoApply = true)
class MacAddressConverter implements AttributeConverter<MacAddress, byte[]> {
    @Override
    public byte @Nullable [] convertToDatabaseColumn(@Nullable MacAddress mac) {
        return mac == null ? null : mac.bytes();
    }

    @Override
    public @Nullable MacAddress convertToEntityAttribute(byte @Nullable [] bytes) {
        return bytes == null ? null : MacAddress.of(bytes);
    }
}
