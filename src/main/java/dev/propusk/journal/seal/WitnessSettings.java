package dev.propusk.journal.seal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who is told the journal's newest seal, beside the log and the data directory.
 *
 * @param sealWitnessFile a file where the database's administrators can't write; unset: none
 */
@ConfigurationProperties("propusk")
record WitnessSettings(@Nullable Path sealWitnessFile) {
    WitnessSettings {
        sealWitnessFile = sealWitnessFile == null || sealWitnessFile.toString().isBlank() ? null : sealWitnessFile;
    }
}
