package dev.propusk.command;

import java.io.PrintStream;
import java.util.Set;

/** Something that an operator has done by calling it by its name. */
public interface Command {
    /** The word that it is called by. */
    String name();

    /** Its name with all that it takes. */
    String usage();

    /** What it does, in a sentence. */
    String purpose();

    /** What it takes beside words, without the dashes; one that ends in {@code =} is followed by a value. */
    default Set<String> options() {
        return Set.of();
    }

    /**
     * Does it.
     *
     * @param out where it tells what came of it
     * @return what the process exits with
     * @throws dev.propusk.base.StartRefusedException where it can't be done, with what is in the way
     */
    int run(Arguments arguments, PrintStream out);
}
