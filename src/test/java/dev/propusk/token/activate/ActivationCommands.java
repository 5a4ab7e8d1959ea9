package dev.propusk.token.activate;

import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Limits;
import dev.propusk.faults.Commands;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.Uses;
import dev.propusk.token.generate.Generation;
import java.util.Map;
import java.util.function.Function;

/** Tokens are activated and moved. */
public final class ActivationCommands implements Commands {
    private final TestContracts contracts;
    private final Generation generation;
    private final Activation activation;
    private final ActivationTransaction transaction;

    ActivationCommands(
            TestContracts contracts, Generation generation, Activation activation, ActivationTransaction transaction) {
        this.contracts = contracts;
        this.generation = generation;
        this.activation = activation;
        this.transaction = transaction;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "ActivationTransaction.activate",
                        hotel -> {
                            Token token = generated(hotel, Uses.of(2));
                            return () -> transaction.activate(
                                    hotel.id(),
                                    token.code(),
                                    TestContracts.device(),
                                    TokenId.next(),
                                    true,
                                    Function.identity());
                        },
                "ActivationTransaction.move",
                        hotel -> {
                            Token token = generated(hotel, Uses.ONE);
                            activation.activate(hotel.id(), token.code(), TestContracts.device());
                            return () ->
                                    transaction.move(hotel.id(), token.id(), TokenId.next(), TestContracts.device());
                        });
    }

    private Token generated(Contract hotel, Uses uses) {
        TokenRequest request = new TokenRequest(1, uses, Term.ofDays(7), null, null, Limits.NONE);
        return contracts.asOwner(
                hotel, () -> generation.generate(hotel.id(), request).tokens().getFirst());
    }
}
