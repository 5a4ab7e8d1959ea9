package dev.propusk.token.store;

import dev.propusk.base.MacAddress;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenId;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The few questions that look across contracts; each says so in its name. */
@Component
public class CrossContractTokens {
    private final JdbcClient jdbc;

    CrossContractTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that a device has that was not ended yet, though its time may be over. */
    public List<Token> findActiveAcrossContracts(MacAddress mac) {
        return tokens(select("where mac = ? and state = 'ACTIVE'").param(mac.bytes()));
    }

    /** For the provider's support: deleted ones too, newest first. */
    public List<Token> findByMacAcrossContracts(MacAddress mac, int most) {
        return tokens(select("where mac = ? order by activated_at desc, id desc limit ?")
                .params(mac.bytes(), most));
    }

    public List<Token> findAllAcrossContracts(Collection<TokenId> ids) {
        return ids.isEmpty() ? List.of() : tokens(select("where id in (:ids)").param("ids", values(ids)));
    }

    /** What devices with these codes went on with after these tokens. */
    public List<Token> findSuccessorsAcrossContracts(Collection<TokenCode> codes, Collection<TokenId> ids) {
        return codes.isEmpty() || ids.isEmpty()
                ? List.of()
                : tokens(select("where code in (:codes) and moved_from in (:ids)")
                        .param("codes", codes.stream().map(TokenCode::value).toList())
                        .param("ids", values(ids)));
    }

    private StatementSpec select(String where) {
        return jdbc.sql(TokenMapping.SELECT + where);
    }

    private static List<?> values(Collection<TokenId> ids) {
        return ids.stream().map(TokenId::value).toList();
    }

    private static List<Token> tokens(StatementSpec statement) {
        return statement
                .query((row, number) -> new Token(TokenMapping.read(row)))
                .list();
    }
}
