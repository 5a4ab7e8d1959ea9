package dev.propusk.token.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.propusk.base.DashedWord;
import dev.propusk.token.Reuse;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenState;
import dev.propusk.token.search.TokenFilter;
import dev.propusk.token.search.TokenSort;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the token view says: which tokens, in what order, and which one is open. What can't be read there
 * does not count.
 *
 * @param from first day of generation
 * @param to last day of generation
 */
public record TokenAddress(
        @Nullable TokenState state,
        @Nullable Reuse reuse,
        @Nullable String text,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        TokenSort ordering,
        @Nullable TokenId token) {
    public static final TokenAddress ALL = new TokenAddress(null, null, null, null, null, TokenSort.NEWEST, null);

    static TokenAddress read(QueryParameters parameters) {
        Read read = new Read(parameters);
        return new TokenAddress(
                read.value("state", name -> named(TokenState.values(), name)),
                read.value("reuse", name -> named(Reuse.values(), name)),
                read.value("q", text -> Optional.of(text.strip()).filter(q -> !q.isEmpty())),
                read.value("from", TokenAddress::day),
                read.value("to", TokenAddress::day),
                parameters
                        .getSingleParameter("sort")
                        .flatMap(TokenAddress::ordering)
                        .orElse(TokenSort.NEWEST),
                read.value("token", TokenId::read));
    }

    QueryParameters parameters() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "state", state == null ? null : name(state));
        put(values, "reuse", reuse == null ? null : name(reuse));
        put(values, "q", text);
        put(values, "from", from);
        put(values, "to", to);
        put(values, "sort", ordering.equals(TokenSort.NEWEST) ? null : sort());
        put(values, "token", token);
        return QueryParameters.simple(values);
    }

    private String sort() {
        return (ordering.descending() ? "-" : "") + name(ordering.by());
    }

    private static Optional<TokenSort> ordering(String text) {
        boolean descending = text.startsWith("-");
        return named(TokenSort.By.values(), descending ? text.substring(1) : text)
                .map(by -> new TokenSort(by, descending));
    }

    TokenAddress withState(@Nullable TokenState wanted) {
        return new TokenAddress(wanted, reuse, text, from, to, ordering, null);
    }

    TokenAddress withFilter(
            @Nullable String wantedText, @Nullable Reuse wanted, @Nullable LocalDate first, @Nullable LocalDate last) {
        return new TokenAddress(state, wanted, wantedText, first, last, ordering, null);
    }

    TokenAddress withOrdering(TokenSort wanted) {
        return new TokenAddress(state, reuse, text, from, to, wanted, null);
    }

    TokenAddress withToken(@Nullable TokenId opened) {
        return new TokenAddress(state, reuse, text, from, to, ordering, opened);
    }

    /** Whether the bar above the list narrows it; the tabs are no filter of that kind. */
    boolean isFiltered() {
        return reuse != null || text != null || from != null || to != null;
    }

    /** Both days belong to the period, in the contract's zone. */
    TokenFilter filter(ZoneId zone) {
        return new TokenFilter(state, reuse, text, start(from, zone), start(to == null ? null : to.plusDays(1), zone));
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    private static String name(Enum<?> value) {
        return DashedWord.of(value);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Stream.of(all).filter(one -> name(one).equals(name)).findFirst();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 1999 && day.getYear() < 3000);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private record Read(QueryParameters parameters) {
        <T> @Nullable T value(String name, Function<String, Optional<T>> reader) {
            return parameters.getSingleParameter(name).flatMap(reader).orElse(null);
        }
    }
}
