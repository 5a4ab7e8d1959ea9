package dev.propusk.gateway.kind;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** In what one gateway differs from its kind; null: in nothing. */
public record OwnMeanings(
        @Nullable Boolean refusedIsHere,
        @Nullable Boolean putsOffStrangers,
        @Nullable DevicePlace device) {
    public static final OwnMeanings NONE = new OwnMeanings(null, null, null);

    public Meanings over(Meanings usual) {
        return new Meanings(
                Objects.requireNonNullElse(refusedIsHere, usual.refusedIsHere()),
                Objects.requireNonNullElse(putsOffStrangers, usual.putsOffStrangers()),
                Objects.requireNonNullElse(device, usual.device()));
    }
}
