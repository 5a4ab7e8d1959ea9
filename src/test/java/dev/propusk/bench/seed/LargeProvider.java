package dev.propusk.bench.seed;

import dev.propusk.account.AccountColumn;
import dev.propusk.account.AccountList;
import dev.propusk.contract.ContractColumn;
import dev.propusk.contract.ContractList;
import dev.propusk.gateway.GatewayList;
import dev.propusk.list.Searchable;
import dev.propusk.list.SortKey;
import dev.propusk.list.Sorting;
import dev.propusk.list.Span;
import dev.propusk.security.ActingAs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A provider with many contracts, each with four logins and a gateway: made inside the server in a few statements, and the
 * first pages of its lists.
 */
public final class LargeProvider {
    /** A page of the panel's lists. */
    public static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final ContractList contracts;
    private final AccountList accounts;
    private final GatewayList gateways;

    public LargeProvider(JdbcClient jdbc, ContractList contracts, AccountList accounts, GatewayList gateways) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.accounts = accounts;
        this.gateways = gateways;
    }

    /** Contracts, beginning with the number {@code L0000001}. */
    public void open(int many) {
        jdbc.sql("""
                        insert into contract (id, number, name, slug, ssid, zone, status, opened_at)
                        select concat('00000000-0000-7000-8000-', lpad(hex(seq), 12, '0')), concat('L', lpad(seq, 7, '0')),
                            concat(elt(1 + seq %% 5, 'Гостиница', 'Кафе', 'Клиника', 'Библиотека', 'Торговый дом'), ' «',
                                elt(1 + seq %% 7, 'Звезда', 'Байкал', 'Ромашка', 'Север', 'Заря', 'Восход', 'Маяк'), ' ', seq, '»'),
                            concat('large-', seq), concat('Large-Guest-', seq), 'Europe/Moscow', 'OPEN',
                            '2024-01-01' + interval seq minute
                        from seq_1_to_%d
                        """.formatted(many)).update();
        jdbc.sql("""
                        insert into account (id, contract_id, username, password_hash, role, created_at)
                        select concat('00000000-0000-7000-8001-', lpad(hex(seq), 12, '0')),
                            concat('00000000-0000-7000-8000-', lpad(hex(1 + (seq - 1) div 4), 12, '0')),
                            concat('large-', 1 + (seq - 1) div 4, elt(1 + seq %% 4, '-night', '', '-desk', '-second')),
                            'none', if(seq %% 4 = 1, 'OWNER', 'OPERATOR'), '2024-01-01' + interval seq second
                        from seq_1_to_%d
                        """.formatted(4 * many)).update();
        jdbc.sql("""
                        insert into gateway (id, contract_id, name, kind, nas_identifier, address, disconnect_port, logins,
                            key_hash, added_at)
                        select concat('00000000-0000-7000-8002-', lpad(hex(seq), 12, '0')),
                            concat('00000000-0000-7000-8000-', lpad(hex(seq), 12, '0')), concat('Шлюз ', seq), 'MIKROTIK',
                            concat('nas-', seq), concat('10.', seq div 65536, '.', (seq div 256) %% 256, '.', seq %% 256), 3799,
                            '', unhex(sha2(seq, 256)), '2024-01-01'
                        from seq_1_to_%d
                        """.formatted(many)).update();
        jdbc.sql("analyze table contract, account, gateway").query().listOfRows();
    }

    public void remove() {
        jdbc.sql("delete from gateway where id between '00000000-0000-7000-8002-000000000000' and :last")
                .param("last", "00000000-0000-7000-8002-ffffffffffff")
                .update();
        jdbc.sql("delete from account where id between '00000000-0000-7000-8001-000000000000' and :last")
                .param("last", "00000000-0000-7000-8001-ffffffffffff")
                .update();
        jdbc.sql("delete from contract where id between '00000000-0000-7000-8000-000000000000' and :last")
                .param("last", "00000000-0000-7000-8000-ffffffffffff")
                .update();
    }

    /** The first page of each list as the panel asks for it, the count too: of all, sorted, and searched. */
    public Map<String, Runnable> firstPages() {
        Searchable<AccountList.Listed> logins = new Searchable<>() {
            @Override
            public int count(String text) {
                return accounts.count(null, text);
            }

            @Override
            public List<AccountList.Listed> page(String text, Span<AccountList.Listed> span) {
                return accounts.page(null, text, span);
            }
        };
        Map<String, Runnable> pages = new LinkedHashMap<>();
        pages.put("contracts", page(contracts, ContractColumn.NUMBER, ""));
        pages.put("contracts by name", page(contracts, ContractColumn.NAME, ""));
        pages.put("contracts, a part of many names", page(contracts, ContractColumn.NUMBER, "Восход"));
        pages.put("contracts, a part of one slug", page(contracts, ContractColumn.NUMBER, "rge-1234"));
        pages.put("contracts, nothing found", page(contracts, ContractColumn.NUMBER, "нет такого"));
        pages.put("logins", page(logins, AccountColumn.USERNAME, ""));
        pages.put("logins by second factor", page(logins, AccountColumn.SECOND_FACTOR, ""));
        pages.put("logins, what many begin with", page(logins, AccountColumn.USERNAME, "large-1"));
        pages.put("logins, a contract's number", page(logins, AccountColumn.USERNAME, "L0000123"));
        pages.put("gateways", page(gateways, GatewayList.BY_NAME, ""));
        pages.put("gateways, a part of many names", page(gateways, GatewayList.BY_NAME, "шлюз 1"));
        pages.put("gateways, an address", page(gateways, GatewayList.BY_NAME, "10.0.1.17"));
        pages.put("gateways, a contract's number", page(gateways, GatewayList.BY_NAME, "L0000123"));
        return pages;
    }

    private static <T> Runnable page(Searchable<T> list, SortKey<T> by, String text) {
        return () -> ActingAs.administrator(() -> {
            if (list.count(text) > 0) {
                list.page(text, Span.first(new Sorting<>(by, false), PAGE));
            }
        });
    }
}
