package dev.propusk.sheet;

import dev.propusk.token.TokenId;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which unused tokens to print, and on what.
 *
 * @param chosen null: all unused ones
 * @param notIssuedOnly of all unused ones, only those that nobody has been given yet
 * @param paper null: as the contract's settings say
 */
public record SheetRequest(
        @Nullable Set<TokenId> chosen,
        boolean notIssuedOnly,
        @Nullable SheetPaper paper) {
    public static SheetRequest allUnused() {
        return new SheetRequest(null, false, null);
    }

    public static SheetRequest notIssued() {
        return new SheetRequest(null, true, null);
    }

    public static SheetRequest of(Collection<TokenId> chosen) {
        return new SheetRequest(Set.copyOf(chosen), false, null);
    }

    public SheetRequest on(@Nullable SheetPaper other) {
        return new SheetRequest(chosen, notIssuedOnly, other);
    }
}
