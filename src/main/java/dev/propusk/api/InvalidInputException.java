package dev.propusk.api;

import java.util.List;

/** What was sent has fields that can't be taken: all of them are named. */
public class InvalidInputException extends RuntimeException {
    private final transient List<WrongField> fields;

    public InvalidInputException(List<WrongField> fields) {
        super(fields.stream().map(WrongField::name).toList().toString(), null, false, false);
        this.fields = List.copyOf(fields);
    }

    public List<WrongField> fields() {
        return fields;
    }
}
