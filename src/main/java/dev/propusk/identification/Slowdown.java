package dev.propusk.identification;

import dev.propusk.identification.Attempt.Source;
import java.time.Instant;

/**
 * So many wrong codes came that no code is looked at for now, right or wrong (rule 19).
 *
 * @param until when the next one is looked at, at the earliest
 */
public record Slowdown(Source source, Whose whose, Instant until) {
    /** Whose budget is empty. */
    public enum Whose {
        /** The device's in this network. */
        DEVICE,
        /** One gateway's. */
        GATEWAY,
        /** The network's. */
        CONTRACT,
        /** That of all networks' open pages together. */
        OPEN_PAGES
    }
}
