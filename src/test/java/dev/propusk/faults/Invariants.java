package dev.propusk.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold whatever broke: nothing acknowledged is lost or doubled, and the rows agree with one another. */
final class Invariants {
    private final Connection connection;
    private final List<String> broken = new ArrayList<>();

    private Invariants(Connection connection) {
        this.connection = connection;
    }

    /** Returns a sentence for each that is broken; none where all hold. */
    static List<String> broken(Connection connection, Answers answers) throws SQLException {
        // what is acknowledged while we look is not asked for yet
        Answers before = new Answers();
        before.addAll(answers);
        Invariants invariants = new Invariants(connection);
        invariants.rowsAgree();
        invariants.nothingIsLost(before);
        return invariants.broken;
    }

    private void rowsAgree() throws SQLException {
        none("the count of unused tokens is not that of the rows", """
                select q.contract_id, q.unused, count(t.id) from quota q
                left join token t on t.contract_id = q.contract_id and t.state = 'UNUSED'
                group by q.contract_id, q.unused having q.unused <> count(t.id) or q.unused > 200
                """);
        none("a code has two unused rows", """
                select code from token where state = 'UNUSED' group by code having count(*) > 1
                """);
        none("a single-use code has two rows of devices that were never moved", """
                select code from token where reuse = 'SINGLE_USE' and moved_from is null group by code having count(*) > 1
                """);
        none("a device holds a code twice", """
                select code from token where state = 'ACTIVE' group by code, mac having count(*) > 1
                """);
        none("a code is not in the register of codes", """
                select t.code from token t left join token_code c on c.code = cast(substr(t.code, 4) as int)
                where c.code is null and t.generated_by <> 'bench'
                """);
        none("an activation has not exactly one entry in the journal", """
                select t.id from token t
                left join journal j on j.subject = t.id and j.action = 'token.activated'
                where t.mac is not null and t.moved_from is null and t.generated_by <> 'bench'
                group by t.id having count(j.id) <> 1
                """);
        none("an entry of the journal has no activation", """
                select j.subject from journal j left join token t on t.id = j.subject
                where j.action = 'token.activated' and (t.id is null or t.mac is null)
                """);
        none("an open code is not that of an unused multi-use token, nor of one that is used up", """
                select o.code from open_code o left join token t
                    on t.id = o.token_id and (t.state = 'UNUSED' or (t.mac is null and t.annulment = 'EXPIRED'))
                where t.id is null and o.code not in (select code from code_closing)
                """);
        none("an unused multi-use token has no open code", """
                select t.code from token t left join open_code o on o.token_id = t.id
                where t.reuse = 'MULTI_USE' and t.state = 'UNUSED' and o.code is null
                """);
        none("a live device of a code for a number of them has no place", """
                select t.code from token t where t.state = 'ACTIVE'
                and t.code in (select code from code_place)
                and not exists (select 1 from code_place p where p.code = t.code and p.mac = t.mac)
                """);
        none("a code without a free place stands ready", """
                select t.code from token t where t.state = 'UNUSED' and t.code in (select code from code_place)
                and not exists (select 1 from code_place p where p.code = t.code and p.mac is null)
                """);
        none("a code with a free place is used up", """
                select t.code from token t join code_place p on p.code = t.code
                where t.mac is null and t.annulment = 'EXPIRED' and p.mac is null
                """);
        none("a token was annulled twice", """
                select subject from journal where action = 'token.annulled' group by subject having count(*) > 1
                """);
        none("a use of a code was left behind", "select id from open_code_use");
        none("an end is not whole days after the activation", """
                select id from token where mac is not null and moved_from is null and days is not null
                and state = 'ACTIVE' and generated_by <> 'bench'
                and expires_at <> activated_at + interval days day and expires_at > utc_timestamp()
                """);
    }

    private void nothingIsLost(Answers answers) throws SQLException {
        Map<String, Integer> batches = new HashMap<>();
        rows(
                "select reference, count(*) from token where mac is null or reuse = 'SINGLE_USE' group by reference",
                row -> {
                    String reference = row.getString(1);
                    if (reference != null) {
                        batches.put(reference, row.getInt(2));
                    }
                });
        answers.generating.forEach((reference, count) -> {
            int found = batches.getOrDefault(reference, 0);
            if (found != 0 && found != count) {
                broken.add("a generation of %d made %d".formatted(count, found));
            }
        });
        answers.generated.forEach((reference, count) -> {
            if (!count.equals(batches.get(reference))) {
                broken.add("an acknowledged generation of %d is lost: %s".formatted(count, batches.get(reference)));
            }
        });
        Map<String, String> devices = new HashMap<>();
        Set<String> entered = new HashSet<>();
        Set<String> ended = new HashSet<>();
        rows("select id, hex(mac), state, code from token", row -> {
            if (row.getString(2) != null) {
                devices.put(row.getString(1), row.getString(2));
                entered.add(row.getString(4) + row.getString(2));
            }
            if (row.getString(3).equals("ANNULLED")) {
                ended.add(row.getString(1));
            }
        });
        answers.activated.forEach((token, mac) -> {
            if (!mac.replace(":", "").equals(devices.get(token))) {
                broken.add("an acknowledged activation is lost: " + token + " " + mac);
            }
        });
        answers.entered.forEach((code, mac) -> {
            if (!entered.contains(code + mac.replace(":", ""))) {
                broken.add("an acknowledged activation is lost: " + code + " " + mac);
            }
        });
        answers.annulled.keySet().stream()
                .filter(token -> !ended.contains(token))
                .forEach(token -> broken.add("an acknowledged annulment is lost: " + token));
        answers.deleted.keySet().stream()
                .filter(token -> !ended.contains(token))
                .forEach(token -> broken.add("an acknowledged deletion is lost: " + token));
    }

    private void none(String problem, String sql) throws SQLException {
        rows(sql, row -> broken.add(problem + ": " + row.getString(1)));
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void rows(String sql, Row each) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                each.read(rows);
            }
        }
    }
}
