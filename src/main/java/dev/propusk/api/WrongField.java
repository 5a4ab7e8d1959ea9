package dev.propusk.api;

import java.util.List;

/**
 * One field, parameter or header that can't be taken.
 *
 * @param why the key of the text that says what it should be
 */
public record WrongField(String name, String why, List<Object> values) {}
