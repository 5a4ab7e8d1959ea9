package dev.propusk.token.end;

import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.faults.Commands;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenEnd;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.TokensExpired.Due;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** Tokens are ended. */
public final class EndCommands implements Commands {
    private final TestContracts contracts;
    private final Generation generation;
    private final Activation activation;
    private final AnnulmentTransaction transaction;
    private final CodeClosings closings;
    private final ExpiryTransaction expiry;

    EndCommands(
            TestContracts contracts,
            Generation generation,
            Activation activation,
            AnnulmentTransaction transaction,
            CodeClosings closings,
            ExpiryTransaction expiry) {
        this.contracts = contracts;
        this.generation = generation;
        this.activation = activation;
        this.transaction = transaction;
        this.closings = closings;
        this.expiry = expiry;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "AnnulmentTransaction.end",
                        hotel -> {
                            Token token = generated(hotel, Reuse.SINGLE_USE);
                            return () -> transaction.end(hotel.id(), token.id(), TokenEnd.DELETION);
                        },
                "CodeClosings.begin",
                        hotel -> {
                            CodeClosing closing = closing(generated(hotel, Reuse.MULTI_USE));
                            return Executors.callable(() -> closings.begin(closing));
                        },
                "CodeClosings.putOff",
                        hotel -> {
                            CodeClosing closing = closing(generated(hotel, Reuse.MULTI_USE));
                            closings.begin(closing);
                            return Executors.callable(() -> closings.putOff(closing, Duration.ofSeconds(10)));
                        },
                "CodeClosings.done",
                        hotel -> {
                            CodeClosing closing = closing(generated(hotel, Reuse.MULTI_USE));
                            closings.begin(closing);
                            return Executors.callable(() -> closings.done(closing));
                        },
                "ExpiryTransaction.annul",
                        hotel -> {
                            Token token = activation.activate(
                                    hotel.id(),
                                    generated(hotel, Reuse.SINGLE_USE).code(),
                                    TestContracts.device());
                            Due due =
                                    new Due(hotel.id(), token.id(), token.mac().orElseThrow());
                            return () -> expiry.annul(List.of(due));
                        });
    }

    private Token generated(Contract hotel, Reuse reuse) {
        TokenRequest request = new TokenRequest(1, reuse, Term.ofDays(7), null, null);
        return contracts.asOwner(
                hotel, () -> generation.generate(hotel.id(), request).tokens().getFirst());
    }

    private static CodeClosing closing(Token token) {
        return new CodeClosing(token.contract(), token.code(), token.id(), TokenEnd.BY_HAND, false);
    }
}
