package dev.propusk.support;

import dev.propusk.base.MacAddress;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param device the one device asked about, where there is one
 * @param findings the latest activation first
 */
public record LookupAnswer(
        Question question,
        @Nullable MacAddress device,
        Instant at,
        String askedBy,
        List<Finding> findings,
        Set<Doubt> doubts) {}
