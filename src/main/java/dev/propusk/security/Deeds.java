package dev.propusk.security;

import java.util.List;

/** Deeds of one moment: published as one, so that the journal writes them by one statement. */
public interface Deeds {
    List<? extends Deed> deeds();
}
