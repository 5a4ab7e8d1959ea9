package dev.propusk.contract;

/** A contract can't be opened with this; one field is wrong. */
public class InvalidContractException extends IllegalArgumentException {
    private final String field;

    InvalidContractException(String field) {
        super(field);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
