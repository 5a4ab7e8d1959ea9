package dev.propusk.api;

import java.util.Optional;

/** Says what a feature's own exceptions mean to other programs. */
public interface ProblemSource {
    Optional<Problem> problem(Throwable failure);
}
