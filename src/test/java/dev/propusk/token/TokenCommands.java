package dev.propusk.token;

import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.faults.Commands;
import dev.propusk.security.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Tokens are generated, handed out, activated, moved and ended. */
public final class TokenCommands implements Commands {
    private static final String BY = "somebody";

    private final TestContracts contracts;
    private final GenerationTransaction generation;
    private final ActivationTransaction activation;
    private final Issuing issuing;
    private final Endings endings;
    private final CodeClosings closings;
    private final ExpiryTransaction expiry;

    TokenCommands(
            TestContracts contracts,
            GenerationTransaction generation,
            ActivationTransaction activation,
            Issuing issuing,
            Endings endings,
            CodeClosings closings,
            ExpiryTransaction expiry) {
        this.contracts = contracts;
        this.generation = generation;
        this.activation = activation;
        this.issuing = issuing;
        this.endings = endings;
        this.closings = closings;
        this.expiry = expiry;
    }

    @Override
    public Map<String, Command> all() {
        return Map.ofEntries(
                Map.entry("GenerationTransaction.generate", hotel -> {
                    List<TokenId> ids = ids(3);
                    return () -> generation.generate(hotel.id(), ids, order(3, Reuse.MULTI_USE), BY);
                }),
                Map.entry("GenerationTransaction.handOut", hotel -> {
                    List<TokenId> ids = ids(3);
                    UUID login = contracts.user(contracts.login(hotel, Role.OPERATOR)).account();
                    return () -> generation.handOut(hotel.id(), ids, order(3, Reuse.SINGLE_USE), BY, login);
                }),
                Map.entry("Issuing.handOut", hotel -> {
                    Token token = generated(hotel, Reuse.SINGLE_USE);
                    return () -> contracts.asOwner(hotel, () -> issuing.handOut(hotel.id(), List.of(token.id())));
                }),
                Map.entry("ActivationTransaction.activate", hotel -> {
                    Token token = generated(hotel, Reuse.MULTI_USE);
                    return () -> activation.activate(
                            hotel.id(), token.code(), TestContracts.device(), TokenId.next(), true);
                }),
                Map.entry("ActivationTransaction.move", hotel -> {
                    Token token = activated(hotel, Term.ofDays(7));
                    return () -> activation.move(hotel.id(), token.id(), TokenId.next(), TestContracts.device());
                }),
                Map.entry("Endings.end", hotel -> {
                    Token token = generated(hotel, Reuse.SINGLE_USE);
                    return () -> endings.end(hotel.id(), token.id(), TokenEnd.DELETION);
                }),
                Map.entry("CodeClosings.begin", hotel -> {
                    CodeClosing closing = closing(generated(hotel, Reuse.MULTI_USE));
                    return Executors.callable(() -> closings.begin(closing));
                }),
                Map.entry("CodeClosings.done", hotel -> {
                    CodeClosing closing = closing(generated(hotel, Reuse.MULTI_USE));
                    closings.begin(closing);
                    return Executors.callable(() -> closings.done(closing));
                }),
                Map.entry("ExpiryTransaction.annul", hotel -> {
                    Token token = activated(hotel, Term.ofDays(1));
                    return () -> expiry.annul(List.of(
                            new DueToken(hotel.id(), token.id(), token.mac().orElseThrow())));
                }));
    }

    private static List<TokenId> ids(int count) {
        return Stream.generate(TokenId::next).limit(count).toList();
    }

    private static TokenOrder order(int count, Reuse reuse) {
        return new TokenOrder(count, reuse, Term.ofDays(7), null, null);
    }

    private Token generated(Contract hotel, Reuse reuse) {
        return generation.generate(hotel.id(), ids(1), order(1, reuse), BY).tokens().getFirst();
    }

    private Token activated(Contract hotel, Term term) {
        TokenOrder order = new TokenOrder(1, Reuse.SINGLE_USE, term, null, null);
        Token token = generation.generate(hotel.id(), ids(1), order, BY).tokens().getFirst();
        return activation.activate(hotel.id(), token.code(), TestContracts.device(), TokenId.next(), false);
    }

    private static CodeClosing closing(Token token) {
        return new CodeClosing(token.contract(), token.code(), token.id(), TokenEnd.BY_HAND, false);
    }
}
