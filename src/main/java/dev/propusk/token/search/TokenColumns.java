package dev.propusk.token.search;

import dev.propusk.token.Token;
import java.util.List;
import java.util.function.Function;

/** The columns of a table of tokens. */
public record TokenColumns(char separator, List<Column> columns) {
    List<String> headings() {
        return columns.stream().map(Column::heading).toList();
    }

    List<String> cells(Token token) {
        return columns.stream().map(column -> column.value().apply(token)).toList();
    }

    /** One of them. */
    public record Column(String heading, Function<Token, String> value) {}
}
