package dev.propusk.sheet;

/** Sheets can't be printed like that; one field is wrong. */
public class InvalidSheetSettingsException extends IllegalArgumentException {
    private final String field;

    InvalidSheetSettingsException(String field) {
        super(field);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
