package dev.propusk.token.store;

import dev.propusk.base.MacAddress;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRow.Places;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The places of codes that are for a number of devices (rule 23): laid when the code is made, and never another one. Each
 * device takes one, the lowest first, and keeps it; with a move it goes to the new address.
 */
@Component
public class CodePlaces {
    /** As {@code 5,2}: all, and those that are taken; null where a code has none. */
    static final String SELECTED = """
            (case when token.reuse = 'MULTI_USE' then
                (select nullif(concat_ws(',', count(*), count(mac)), '0,0') from code_place where code = token.code) end)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CodePlaces(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    static @Nullable Places read(@Nullable String selected) {
        if (selected == null) {
            return null;
        }
        int comma = selected.indexOf(',');
        return new Places(
                Integer.parseInt(selected, 0, comma, 10), Integer.parseInt(selected, comma + 1, selected.length(), 10));
    }

    void lay(Collection<Token> tokens) {
        List<Object[]> places = tokens.stream().flatMap(CodePlaces::of).toList();
        if (!places.isEmpty()) {
            batches.batchUpdate(
                    "insert into code_place (code, place, contract_id, token_id) values (?, ?, ?, ?)", places);
        }
    }

    private static Stream<Object[]> of(Token token) {
        Integer devices = token.uses().devices();
        return devices == null
                ? Stream.empty()
                : IntStream.rangeClosed(1, devices).mapToObj(place -> new Object[] {
                    token.code().value(),
                    place,
                    token.contract().value(),
                    token.id().value()
                });
    }

    /**
     * A place for this device's new row: its own, or the lowest that is free. Who comes meanwhile waits for it, so that
     * whoever takes the last one knows.
     *
     * @return whether there was one
     */
    public boolean take(Token device) {
        byte[] mac = device.mac().orElseThrow().bytes();
        return jdbc.sql("""
                        update code_place set mac = ?, used_by = ? where code = ? and contract_id = ?
                        and (mac is null or mac = ?) order by mac is null, place limit 1
                        """)
                        .params(
                                mac,
                                device.id().value(),
                                device.code().value(),
                                device.contract().value(),
                                mac)
                        .update()
                == 1;
    }

    /** Whether none is free. */
    public boolean areTaken(Token token) {
        return jdbc.sql("select count(*) = 0 from code_place where code = ? and contract_id = ? and mac is null")
                .params(token.code().value(), token.contract().value())
                .query(Boolean.class)
                .single();
    }

    /** Whether a device of a used-up code may come back to it: it has its place, and nobody has ended the code. */
    public boolean waitFor(MacAddress device, Token token) {
        return jdbc.sql("""
                        select count(*) > 0 from code_place join open_code using (code)
                        where code_place.code = ? and code_place.contract_id = ? and code_place.mac = ? and closing <> 1
                        """)
                .params(token.code().value(), token.contract().value(), device.bytes())
                .query(Boolean.class)
                .single();
    }

    /**
     * What a device has that has moved to another address goes there with it, also from a node of the release before, which
     * knows of no places. Where the new address has a place of its own, the two were one device, and one place is free again.
     */
    public void followMoves(Token token) {
        List<Token> moved = moved(token);
        while (!moved.isEmpty()) {
            moved.stream().filter(this::release).forEach(this::take);
            moved = moved(token);
        }
    }

    private List<Token> moved(Token token) {
        return jdbc.sql(TokenMapping.SELECT + """
                        where code = ? and contract_id = ?
                        and moved_from in (select used_by from code_place where code = token.code)
                        """)
                .params(token.code().value(), token.contract().value())
                .query((row, number) -> new Token(TokenMapping.read(row)))
                .list();
    }

    private boolean release(Token successor) {
        return jdbc.sql("""
                        update code_place set mac = null, used_by = null
                        where code = ? and contract_id = ? and used_by = ?
                        """)
                        .params(
                                successor.code().value(),
                                successor.contract().value(),
                                successor.movedFrom().orElseThrow().value())
                        .update()
                == 1;
    }
}
