package dev.propusk.bench.step;

import dev.propusk.account.AccountList;
import dev.propusk.bench.bare.BareCustomers;
import dev.propusk.bench.measure.Compared;
import dev.propusk.bench.measure.Goal;
import dev.propusk.bench.measure.Load;
import dev.propusk.bench.measure.Row;
import dev.propusk.bench.measure.Shared;
import dev.propusk.bench.measure.Step;
import dev.propusk.bench.seed.Database;
import dev.propusk.bench.seed.LargeProvider;
import dev.propusk.bench.seed.Scale;
import dev.propusk.contract.ContractList;
import dev.propusk.gateway.GatewayList;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The first pages of a large provider's lists, with the count that stands above them. Those that are sorted or searched
 * are shown beside the goals.
 */
final class Customers implements Step {
    private static final int LOGINS_EACH = 4;
    private static final int TIMES = 20;

    private final LargeProvider provider;
    private final Database database;
    private final Scale scale;

    Customers(
            JdbcClient jdbc,
            ContractList contracts,
            AccountList accounts,
            GatewayList gateways,
            Database database,
            Scale scale) {
        this.provider = new LargeProvider(jdbc, contracts, accounts, gateways);
        this.database = database;
        this.scale = scale;
    }

    @Override
    public String name() {
        return "first pages of contracts, logins and gateways";
    }

    @Override
    public List<Row> rows() {
        Shared<Map<String, Compared>> all = new Shared<>(this::measure);
        return provider.firstPages().keySet().stream()
                .map(page -> new Row(
                        "first page: " + page + amount(page),
                        "ms",
                        isPlain(page) ? new Goal.Within(50, Yardstick.CUSTOMERS) : new Goal.None(),
                        () -> Objects.requireNonNull(all.get().get(page))))
                .toList();
    }

    private static boolean isPlain(String page) {
        return !page.contains(" ");
    }

    private String amount(String page) {
        int many = page.startsWith("logins") ? LOGINS_EACH * scale.customers() : scale.customers();
        return String.format(Locale.ROOT, ", of %,d", many);
    }

    private Map<String, Compared> measure() throws Exception {
        provider.open(scale.customers());
        try {
            Map<String, Compared> measured = new LinkedHashMap<>();
            for (var page : provider.firstPages().entrySet()) {
                measured.put(page.getKey(), compare(page.getKey(), page.getValue()));
            }
            return measured;
        } finally {
            provider.remove();
        }
    }

    private Compared compare(String page, Runnable ours) throws Exception {
        List<Runnable> times = Collections.nCopies(Math.min(TIMES, scale.calls()), ours);
        try (BareCustomers bare = bare(page)) {
            return scale.turns()
                    .compare(
                            () -> Load.millisEach(times, Runnable::run),
                            () -> Load.millisEach(times, time -> bare.first()));
        }
    }

    private BareCustomers bare(String page) throws SQLException {
        if (page.startsWith("contracts")) {
            return new BareCustomers(database, "contract", "number");
        }
        return page.startsWith("logins")
                ? new BareCustomers(database, "account", "username")
                : new BareCustomers(database, "gateway where removed_at is null", "name");
    }
}
