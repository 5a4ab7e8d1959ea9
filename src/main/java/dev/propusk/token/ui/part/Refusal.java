package dev.propusk.token.ui.part;

import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.TokenNotFoundException;
import dev.propusk.token.UnusedLimitExceededException;
import dev.propusk.token.WrongTokenStateException;
import java.util.List;
import java.util.Optional;

/** Why the rules did not allow something, to be said in words. */
public record Refusal(String key, List<Object> values) {
    private static Optional<Refusal> of(String key, Object... values) {
        return Optional.of(new Refusal(key, List.of(values)));
    }

    /** Tries it; empty where it was done. What is not a matter of the rules is thrown on. */
    public static Optional<Refusal> to(Runnable action) {
        try {
            action.run();
            return Optional.empty();
        } catch (UnusedLimitExceededException e) {
            return of("token.error.limit", e.unused(), e.limit(), e.requested());
        } catch (WrongTokenStateException e) {
            return of("token.error.state." + e.state());
        } catch (CodeNotAcceptedException e) {
            return of("token.error.refused." + e.refusal());
        } catch (TokenNotFoundException e) {
            return of("token.error.not-found");
        } catch (WrongContractStatusException e) {
            return of("token.error.contract");
        }
    }

    public String in(TokenWords words) {
        return words.text(key, values.toArray());
    }
}
