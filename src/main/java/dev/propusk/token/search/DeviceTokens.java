package dev.propusk.token.search;

import static java.util.stream.Collectors.groupingBy;

import dev.propusk.base.MacAddress;
import dev.propusk.list.Pages;
import dev.propusk.list.Selection;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.store.TokenTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which tokens stand behind a network's devices, and which devices behind its tokens. */
@Service
@Transactional(readOnly = true)
public class DeviceTokens {
    private static final int MOST_OF_EACH = 20;

    private final PanelTokenQuery search;
    private final TokenTable tokens;
    private final JdbcClient jdbc;

    DeviceTokens(PanelTokenQuery search, TokenTable tokens, JdbcClient jdbc) {
        this.search = search;
        this.tokens = tokens;
        this.jdbc = jdbc;
    }

    /** Those that devices entered, in no order; of each device the latest {@value #MOST_OF_EACH}. */
    public Map<MacAddress, List<Token>> of(ContractId contract, Collection<MacAddress> devices) {
        return tokens.findLatest(contract, devices, MOST_OF_EACH).stream()
                .collect(groupingBy(token -> token.mac().orElseThrow()));
    }

    /** Devices of tokens that are found by this text, at most {@value Pages#MOST_FOUND}: see {@link TokenFilter#text}. */
    public List<MacAddress> found(ContractId contract, String text) {
        Selection rows = search.matching(contract, new TokenFilter(null, null, text, null, null));
        return jdbc.sql("select distinct mac " + rows.fromWhere() + " and mac is not null limit " + Pages.MOST_FOUND)
                .params(rows.values())
                .query((row, number) -> MacAddress.of(row.getBytes("mac")))
                .list();
    }
}
