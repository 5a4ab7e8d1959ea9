package dev.propusk;

import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.Limits;
import dev.propusk.contract.NetworkTerms;
import dev.propusk.security.ContractId;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.Uses;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.generate.Issuing;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers with no, a few, many and very many tokens. */
record CustomerData(
        TestContracts test,
        Contracts contracts,
        Generation generation,
        Issuing issuing,
        Activation activation,
        Annulments ending,
        JdbcClient jdbc) {
    private static final Limits GIGABYTE = new Limits(null, null, null, 1_000);
    private static final String LONG_NOTE =
            "Группа «Северное сияние», заезд 24 ноября, этаж 3, комнаты 301, 302, 303, 304, старший Иванов";

    Contract none() {
        return named("Кафе «Байкал»", "Baikal-Free");
    }

    /** One in each state, of each kind. */
    Contract few() {
        Contract hotel = named("Гостиница «Полярная звезда»", "Polar-Star-Guest");
        ContractId id = hotel.id();
        test.asOwner(hotel, () -> {
            generate(id, 3, Reuse.SINGLE_USE, Term.ofDays(7), "№ 12");
            Token ended = generate(id, 1, Reuse.SINGLE_USE, Term.ofDays(1), "№ 4");
            activation.activate(id, ended.code(), TestContracts.device());
            ending.annul(id, ended.id(), false);
            Token moved = generate(id, 1, Reuse.SINGLE_USE, Term.ofDays(14), "№ 31");
            activation.activate(id, moved.code(), TestContracts.device());
            activation.moveToNewMac(id, moved.id(), TestContracts.device());
            Token group = generate(id, 1, Reuse.MULTI_USE, Term.UNLIMITED, LONG_NOTE);
            for (int guest = 0; guest < 3; guest++) {
                activation.activate(id, group.code(), TestContracts.device());
            }
            family(id, 5, "семья");
            family(id, 2, "пара");
            Token spent = generate(id, new TokenRequest(1, Uses.ONE, Term.ofDays(3), "лимит", null, GIGABYTE));
            activation.activate(id, spent.code(), TestContracts.device());
            jdbc.sql("update token_limit set octets = 1000000000 where token_id = ?")
                    .param(spent.id().value())
                    .update();
            return issuing.issueNow(id, new TokenRequest(2, Reuse.SINGLE_USE, Term.ofDays(3), "№ 7", "B-4711"));
        });
        return hotel;
    }

    /** So many that they are scrolled. */
    Contract many() {
        Contract hotel = named(
                "Санаторно-курортный комплекс «Черноморское побережье», корпус 2", "Chernomorskoe-Poberezhe-Guest-5G");
        test.asOwner(hotel, () -> {
            for (int floor = 1; floor <= 6; floor++) {
                int of = floor;
                List<Token> made = generation
                        .generate(
                                hotel.id(),
                                new TokenRequest(30, Reuse.SINGLE_USE, Term.ofDays(of * 4), "этаж " + floor, null))
                        .tokens();
                made.subList(0, 15)
                        .forEach(token -> activation.activate(hotel.id(), token.code(), TestContracts.device()));
                made.subList(0, 6).forEach(token -> ending.annul(hotel.id(), token.id(), false));
            }
            return hotel;
        });
        return hotel;
    }

    /** More than any list shows. */
    Contract veryMany() {
        Contract arena = named("Арена «Сибирь»", "Arena-Siberia");
        jdbc.sql("""
                        insert into token (id, contract_id, code, reuse, days, state, note, generated_at, generated_by, mac,
                            activated_at, expires_at, annulled_at, annulment)
                        select uuid(), ?, concat('100', lpad(mod(floor(rand() * 900000) * 1000 + seq, 999999999), 9, '0')),
                            'SINGLE_USE', 1, 'ANNULLED', concat('сектор ', mod(seq, 40)),
                            utc_timestamp() - interval seq minute, 'arena',
                            unhex(concat('ACDE48', lpad(hex(seq), 6, '0'))), utc_timestamp() - interval seq minute,
                            utc_timestamp() - interval seq minute + interval 1 day,
                            utc_timestamp() - interval seq minute + interval 1 day, 'EXPIRED'
                        from seq_1500_to_12000
                        """).param(arena.id().value()).update();
        return arena;
    }

    Contract suspended() {
        Contract hotel = few();
        test.suspend(hotel.id());
        return hotel;
    }

    private Contract named(String name, String ssid) {
        Contract opened = test.open();
        return test.asOwner(
                opened,
                () -> contracts.changeNetwork(
                        opened.id(), new NetworkTerms(name, ssid, ZoneId.of("Europe/Moscow")), opened.version()));
    }

    /** Two devices have entered it. */
    private void family(ContractId contract, int devices, String note) {
        Token token =
                generate(contract, new TokenRequest(1, Uses.of(devices), Term.ofDays(7), note, null, Limits.NONE));
        activation.activate(contract, token.code(), TestContracts.device());
        activation.activate(contract, token.code(), TestContracts.device());
    }

    private Token generate(ContractId contract, int count, Reuse reuse, Term term, String note) {
        return generate(contract, new TokenRequest(count, reuse, term, note, null));
    }

    private Token generate(ContractId contract, TokenRequest request) {
        return generation.generate(contract, request).tokens().getFirst();
    }
}
