package dev.propusk.journal.seal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Somebody outside of the database who is told the newest seal, and tells later what it was. */
interface Witness {
    /** A word for metrics and the log. */
    String name();

    /**
     * Tells it.
     *
     * @throws IOException where that can't be done now
     */
    void tell(Seal seal) throws IOException;

    /** What it was told last, as far as it is known without asking it for everything. */
    Optional<Seal> last() throws IOException;

    /** What it says that it was told, the oldest first. */
    List<Testimony> testimonies() throws IOException;

    /**
     * One of the seals that it was told.
     *
     * @param isRight whether it is its own word, as far as can be known
     */
    record Testimony(Seal seal, boolean isRight) {}
}
