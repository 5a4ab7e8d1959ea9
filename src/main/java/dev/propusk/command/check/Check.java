package dev.propusk.command.check;

import java.util.List;

/** Looks at one thing that has to be right, and changes nothing. */
interface Check {
    /** In one word. */
    String name();

    /** At least one. */
    List<Finding> findings();
}
