package dev.propusk.api.key;

import dev.propusk.TestContracts;
import dev.propusk.api.IdempotentCalls;
import dev.propusk.api.RequestKey;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.faults.Commands;
import dev.propusk.security.KeyScope;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keys are made and revoked; a request is done once. */
public final class ApiCommands implements Commands {
    private static final NewApiKey ORDER = new NewApiKey("Касса", Set.of(KeyScope.values()), null);

    private final TestContracts contracts;
    private final ApiKeys keys;
    private final IdempotentCalls once;

    ApiCommands(TestContracts contracts, ApiKeys keys, IdempotentCalls once) {
        this.contracts = contracts;
        this.keys = keys;
        this.once = once;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "ApiKeys.make",
                        hotel -> () -> contracts.asOwner(hotel, () -> {
                            MadeKey made = keys.make(hotel.id(), TimeOrderedId.next(), ORDER);
                            return keys.find(made.text()).orElseThrow();
                        }),
                "ApiKeys.makeKnown",
                        hotel -> () -> contracts.asOwner(
                                hotel,
                                () -> keys.makeKnown(
                                        hotel.id(), TimeOrderedId.next(), ORDER, "pk_test_" + hotel.slug())),
                "ApiKeys.revoke",
                        hotel -> {
                            UUID key = contracts.asOwner(
                                    hotel,
                                    () -> keys.make(hotel.id(), TimeOrderedId.next(), ORDER)
                                            .key()
                                            .id());
                            return () -> contracts.asOwner(hotel, () -> {
                                keys.revoke(hotel.id(), key);
                                return true;
                            });
                        },
                "IdempotentCalls.call",
                        hotel -> () -> contracts.asOwner(
                                hotel,
                                () -> once.call(
                                        hotel.id(), new RequestKey("4711", Map.of("count", 1), ""), () -> "done")));
    }
}
