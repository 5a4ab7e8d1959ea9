package dev.propusk.token.ui;

import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.TokenNotFoundException;
import dev.propusk.token.UnusedLimitExceededException;
import dev.propusk.token.WrongTokenStateException;
import java.util.Optional;

/** Tries something that the rules may refuse, and says in words why they did. */
final class Attempt {
    private Attempt() {}

    /** Empty where it was done. */
    static Optional<String> at(TokenWords words, Runnable deed) {
        try {
            deed.run();
            return Optional.empty();
        } catch (UnusedLimitExceededException e) {
            return Optional.of(words.text("token.error.limit", e.unused(), e.limit(), e.requested()));
        } catch (WrongTokenStateException e) {
            return Optional.of(words.text("token.error.state." + e.state()));
        } catch (CodeNotAcceptedException e) {
            return Optional.of(words.text("token.error.refused." + e.refusal()));
        } catch (TokenNotFoundException e) {
            return Optional.of(words.text("token.error.not-found"));
        } catch (WrongContractStatusException e) {
            return Optional.of(words.text("token.error.contract"));
        }
    }
}
