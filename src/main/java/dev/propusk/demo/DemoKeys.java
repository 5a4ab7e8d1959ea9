package dev.propusk.demo;

import dev.propusk.account.Accounts;
import dev.propusk.api.key.ApiKeys;
import dev.propusk.api.key.MadeKey;
import dev.propusk.api.key.NewApiKey;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.secrets.IssuedKey;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import dev.propusk.security.KeyScope;
import dev.propusk.security.PanelUser;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives each of the demo's contracts an API key that everybody knows. */
@Component
@Profile("demo & !command")
@Order(1)
class DemoKeys implements ApplicationRunner {
    private final ApiKeys keys;
    private final Accounts accounts;

    DemoKeys(ApiKeys keys, Accounts accounts) {
        this.keys = keys;
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        give("hotel", "Система бронирования", "pk_demo_hotel");
        give("cafe", "Касса", "pk_demo_cafe");
    }

    private void give(String login, String name, String key) {
        PanelUser owner = (PanelUser) accounts.loadUserByUsername(login);
        ContractId contract = owner.contract().orElseThrow();
        NewApiKey order = new NewApiKey(name, Set.of(KeyScope.values()), null);
        ActingAs.user(
                owner,
                () -> keys.list(contract).stream()
                        .findFirst()
                        .map(first -> new MadeKey(first, new IssuedKey(key)))
                        .orElseGet(() -> keys.makeKnown(contract, TimeOrderedId.next(), order, key)));
    }
}
