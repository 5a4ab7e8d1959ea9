package dev.propusk.command.check;

import dev.propusk.base.StartRefusedException;
import java.util.List;

/** Looks at one thing that has to be right, and changes nothing. */
interface Check {
    /** In one word. */
    String name();

    /**
     * At least one.
     *
     * @throws StartRefusedException where the application would refuse to start for it, too
     */
    List<Finding> look();

    /** What it has found, or for what a start is refused. */
    default List<Finding> findings() {
        try {
            return look();
        } catch (StartRefusedException e) {
            return List.of(Finding.failure(name(), e));
        }
    }
}
