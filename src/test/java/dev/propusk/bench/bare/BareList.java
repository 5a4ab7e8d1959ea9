package dev.propusk.bench.bare;

import dev.propusk.bench.seed.Database;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenId;
import dev.propusk.token.search.TokenPlace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The pages of a contract's list and the counts on its tabs, a select for each. */
public final class BareList implements AutoCloseable {
    private static final int MOST = 10_000;
    private static final int PAGE = 50;
    /** The ids from an index alone, then the rows: by one select over whole rows the server would sort them all. */
    private static final String PAGE_OF = "select " + Rows.TOKEN + """
             from token join (
                select id from token where contract_id = ? and deleted_at is null %1$s order by %2$s limit %3$s) page using (id)
            order by %2$s
            """;

    private static final String NEWEST = "generated_at desc, id desc";

    private final Connection connection;
    private final PreparedStatement jump;
    private final PreparedStatement after;
    private final PreparedStatement before;
    private final PreparedStatement quota;
    private final PreparedStatement count;

    public BareList(Database database) throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(true);
        jump = connection.prepareStatement(PAGE_OF.formatted("", NEWEST, "? offset ?"));
        after = connection.prepareStatement(
                PAGE_OF.formatted("and generated_at <= ? and (generated_at < ? or id < ?)", NEWEST, "?"));
        before = connection.prepareStatement(PAGE_OF.formatted("and id < ?", "id desc", "?"));
        quota = connection.prepareStatement("select unused from quota where contract_id = ?");
        // a count of a derived table would write its rows into one first
        count = connection.prepareStatement("""
                select coalesce(
                    (select ? from token where contract_id = ? and deleted_at is null and state = ? limit 1 offset ?),
                    (select count(*) from token where contract_id = ? and deleted_at is null and state = ?))
                """);
    }

    /** The page that begins with this row, by OFFSET. */
    public void jump(ContractId contract, int offset) throws SQLException {
        jump.setObject(1, contract.value());
        jump.setInt(2, PAGE);
        jump.setInt(3, offset);
        Rows.read(jump);
    }

    /** The page that follows this place, the newest first. */
    public void after(ContractId contract, TokenPlace place) throws SQLException {
        LocalDateTime at = LocalDateTime.ofInstant(place.generatedAt(), ZoneOffset.UTC);
        after.setObject(1, contract.value());
        after.setObject(2, at);
        after.setObject(3, at);
        after.setObject(4, place.id().value());
        after.setInt(5, PAGE);
        Rows.read(after);
    }

    /** The page that follows this id, the newest first. */
    public void before(ContractId contract, TokenId id) throws SQLException {
        before.setObject(1, contract.value());
        before.setObject(2, id.value());
        before.setInt(3, PAGE);
        Rows.read(before);
    }

    /** Of each state, no further than the panel counts. */
    public void counts(ContractId contract) throws SQLException {
        quota.setObject(1, contract.value());
        Rows.read(quota);
        for (String state : new String[] {"ACTIVE", "ANNULLED"}) {
            count.setInt(1, MOST + 1);
            count.setObject(2, contract.value());
            count.setString(3, state);
            count.setInt(4, MOST);
            count.setObject(5, contract.value());
            count.setString(6, state);
            Rows.read(count);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
