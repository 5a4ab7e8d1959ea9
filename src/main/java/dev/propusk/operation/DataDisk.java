package dev.propusk.operation;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The disk that the data directory lies on, or would lie on as soon as something is written there. */
@Component
class DataDisk {
    private final Path dataDir;

    DataDisk(@Value("${propusk.data-dir}") Path dataDir) {
        this.dataDir = dataDir.toAbsolutePath();
    }

    /** In bytes. */
    long free() {
        return place().getUsableSpace();
    }

    /** In bytes. */
    long total() {
        return place().getTotalSpace();
    }

    private File place() {
        Path place = dataDir;
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place.toFile();
    }
}
