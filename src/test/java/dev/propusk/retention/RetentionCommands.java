package dev.propusk.retention;

import static dev.propusk.faults.Commands.asAdministrator;

import dev.propusk.TestContracts;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.faults.Commands;
import dev.propusk.retention.PurgeOrder.Kind;
import dev.propusk.security.ActingAs;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Legal holds are placed and lifted; what is old is purged. */
public final class RetentionCommands implements Commands {
    private static final UUID FIRST = new UUID(0, 0);

    private final TestContracts contracts;
    private final Generation generation;
    private final Activation activation;
    private final Annulments ending;
    private final LegalHolds holds;
    private final Retention retention;
    private final PurgeOrders orders;
    private final PurgeStatements statements;
    private final JdbcClient jdbc;
    private final Clock clock;

    RetentionCommands(
            TestContracts contracts,
            Generation generation,
            Activation activation,
            Annulments ending,
            LegalHolds holds,
            Retention retention,
            PurgeOrders orders,
            PurgeStatements statements,
            JdbcClient jdbc,
            Clock clock) {
        this.contracts = contracts;
        this.generation = generation;
        this.activation = activation;
        this.ending = ending;
        this.holds = holds;
        this.retention = retention;
        this.orders = orders;
        this.statements = statements;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "LegalHolds.place",
                        hotel -> asAdministrator(() -> holds.place(TimeOrderedId.next(), hotel.number(), "дело № 5")),
                "LegalHolds.lift",
                        hotel -> {
                            UUID id = TimeOrderedId.next();
                            ActingAs.administrator(() -> holds.place(id, hotel.number(), "дело № 5"));
                            return asAdministrator(() -> holds.list().stream()
                                    .filter(hold -> hold.id().equals(id))
                                    .forEach(hold -> holds.lift(hold, "дело закрыто")));
                        },
                "PurgeOrders.begin",
                        hotel -> {
                            endedLongAgo(hotel);
                            return () ->
                                    orders.begin(Kind.TOKENS, before(), FIRST).orElseThrow();
                        },
                "PurgeStatements.carryOut",
                        hotel -> {
                            endedLongAgo(hotel);
                            PurgeOrder request =
                                    orders.begin(Kind.TOKENS, before(), FIRST).orElseThrow();
                            return Executors.callable(() -> statements.carryOut(request));
                        },
                "PurgeOrders.close",
                        hotel -> {
                            endedLongAgo(hotel);
                            PurgeOrder request =
                                    orders.begin(Kind.TOKENS, before(), FIRST).orElseThrow();
                            statements.carryOut(request);
                            return () -> orders.close(request);
                        },
                "PurgeStatements.purgeSessions",
                        hotel -> {
                            UUID session = TimeOrderedId.next();
                            jdbc.sql("""
                            insert into device_session
                                (id, contract_id, gateway_id, acct_session_id, mac, station, started_at, seen_at, ended_at)
                            values (?, ?, ?, 'x', x'ACDE48010203', 'ap', now(), now(), now())
                            """)
                                    .params(session, hotel.id().value(), session)
                                    .update();
                            return Executors.callable(() -> statements.purgeSessions(List.of(session)));
                        });
    }

    private Instant before() {
        return clock.instant().minus(Duration.ofDays(1095));
    }

    /** The only token that is to be purged. */
    private void endedLongAgo(Contract hotel) {
        retention.purge();
        contracts.asOwner(hotel, () -> {
            TokenRequest request = new TokenRequest(1, Reuse.SINGLE_USE, Term.UNLIMITED, null, null);
            Token token = generation.generate(hotel.id(), request).tokens().getFirst();
            activation.activate(hotel.id(), token.code(), TestContracts.device());
            return ending.annul(hotel.id(), token.id(), false);
        });
        jdbc.sql("""
                update token set id = concat('0100', substring(id, 5)), annulled_at = annulled_at - interval 4 year
                where contract_id = ?
                """).param(hotel.id().value()).update();
    }
}
