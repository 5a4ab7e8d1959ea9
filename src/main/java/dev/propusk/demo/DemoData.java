package dev.propusk.demo;

import dev.propusk.account.Accounts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.NewContract;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills an empty database once. */
@Component
@Profile("demo & !command")
@Order(0)
class DemoData implements ApplicationRunner {
    static final String PASSWORD = "propusk-demo";

    private final Contracts contracts;
    private final Accounts accounts;
    private final Generation generation;
    private final Activation activation;
    private final Annulments ending;

    DemoData(Contracts contracts, Accounts accounts, Generation generation, Activation activation, Annulments ending) {
        this.contracts = contracts;
        this.accounts = accounts;
        this.generation = generation;
        this.activation = activation;
        this.ending = ending;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (accounts.isEmpty()) {
            ActingAs.administrator(this::openContracts);
            fill("hotel", 1);
            fill("cafe", 2);
        }
    }

    private void openContracts() {
        ContractId hotel = contracts
                .open(
                        ContractId.next(),
                        new NewContract(
                                "100001",
                                "Гостиница «Полярная звезда»",
                                "hotel",
                                "Polar-Star-Guest",
                                ZoneId.of("Europe/Moscow"),
                                true))
                .id();
        ContractId cafe = contracts
                .open(
                        ContractId.next(),
                        new NewContract(
                                "100002", "Кафе «Байкал»", "cafe", "Baikal-Free", ZoneId.of("Asia/Irkutsk"), true))
                .id();
        accounts.create(hotel, "hotel", PASSWORD, Role.OWNER);
        accounts.create(hotel, "hotel-desk", PASSWORD, Role.OPERATOR);
        accounts.create(cafe, "cafe", PASSWORD, Role.OWNER);
        accounts.create(null, "support", PASSWORD, Role.SUPPORT);
        accounts.create(null, "admin", PASSWORD, Role.ADMIN);
    }

    private void fill(String login, int network) {
        PanelUser owner = (PanelUser) accounts.loadUserByUsername(login);
        ContractId contract = owner.contract().orElseThrow();
        ActingAs.user(owner, () -> {
            generate(contract, new TokenRequest(12, Reuse.SINGLE_USE, Term.ofDays(7), null, null));
            generate(contract, new TokenRequest(6, Reuse.SINGLE_USE, Term.ofDays(1), null, null));
            List<Token> rooms =
                    generate(contract, new TokenRequest(6, Reuse.SINGLE_USE, Term.ofDays(3), "№ 12", "B-4711"));
            Token tills = generate(contract, new TokenRequest(1, Reuse.MULTI_USE, Term.UNLIMITED, "касса", null))
                    .getFirst();
            Token seminar = generate(contract, new TokenRequest(1, Reuse.MULTI_USE, Term.ofDays(2), "семинар", null))
                    .getFirst();
            long mac = 0xACDE_4800_0000L + network * 0x1_0000L;
            for (int i = 0; i < 4; i++) {
                activation.activate(contract, rooms.get(i).code(), new MacAddress(mac + i));
            }
            for (int i = 0; i < 3; i++) {
                activation.activate(contract, tills.code(), new MacAddress(mac + 0x100 + i));
                activation.activate(contract, seminar.code(), new MacAddress(mac + 0x200 + i));
            }
            ending.annul(contract, rooms.getFirst().id(), false);
            return ending.annul(contract, seminar.id(), true);
        });
    }

    private List<Token> generate(ContractId contract, TokenRequest request) {
        return generation.generate(contract, request).tokens();
    }
}
