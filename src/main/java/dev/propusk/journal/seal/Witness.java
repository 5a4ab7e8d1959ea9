package dev.propusk.journal.seal;

import java.io.IOException;
import java.util.List;

/** Somebody outside of the database who is told the newest seal, and tells later what it was. */
interface Witness {
    /** A word for metrics and the log. */
    String name();

    /** @throws IOException where it can't be told now */
    void tell(Seal seal) throws IOException;

    /** What it says that it was told, the oldest first. */
    List<Testimony> testimonies() throws IOException;

    /** @param isRight whether it is its own, as far as can be told */
    record Testimony(Seal seal, boolean isRight) {}
}
