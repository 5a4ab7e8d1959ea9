package dev.propusk.api.key;

import dev.propusk.TestContracts;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.security.KeyScope;
import java.util.Set;
import org.springframework.stereotype.Component;

/** API keys for tests. */
@Component
public class TestKeys {
    private final TestContracts contracts;
    private final ApiKeys keys;

    TestKeys(TestContracts contracts, ApiKeys keys) {
        this.contracts = contracts;
        this.keys = keys;
    }

    /**
     * A key that may do this.
     *
     * @param scopes none: all of them
     */
    public String of(Contract contract, KeyScope... scopes) {
        Set<KeyScope> all = Set.of(scopes.length == 0 ? KeyScope.values() : scopes);
        return contracts
                .asOwner(
                        contract,
                        () -> keys.make(contract.id(), TimeOrderedId.next(), new NewApiKey("Касса", all, null)))
                .text();
    }
}
