package dev.propusk.token.generate;

import dev.propusk.TestContracts;
import dev.propusk.faults.Commands;
import dev.propusk.security.Role;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Tokens are generated and handed out. */
public final class GenerationCommands implements Commands {
    private static final String BY = "somebody";

    private final TestContracts contracts;
    private final GenerationTransaction generation;
    private final Issuing issuing;

    GenerationCommands(TestContracts contracts, GenerationTransaction generation, Issuing issuing) {
        this.contracts = contracts;
        this.generation = generation;
        this.issuing = issuing;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "GenerationTransaction.generate",
                        hotel -> {
                            List<TokenId> ids = ids();
                            return () -> generation.generate(hotel.id(), ids, order(Reuse.MULTI_USE), BY);
                        },
                "GenerationTransaction.handOut",
                        hotel -> {
                            List<TokenId> ids = ids();
                            UUID login = contracts
                                    .user(contracts.login(hotel, Role.OPERATOR))
                                    .account();
                            return () -> generation.handOut(hotel.id(), ids, order(Reuse.SINGLE_USE), BY, login);
                        },
                "Issuing.handOut",
                        hotel -> {
                            List<TokenId> ids = ids();
                            generation.generate(hotel.id(), ids, order(Reuse.SINGLE_USE), BY);
                            return () -> contracts.asOwner(hotel, () -> issuing.handOut(hotel.id(), ids));
                        });
    }

    private static List<TokenId> ids() {
        return Stream.generate(TokenId::next).limit(3).toList();
    }

    private static TokenRequest order(Reuse reuse) {
        return new TokenRequest(3, reuse, Term.ofDays(7), null, null);
    }
}
