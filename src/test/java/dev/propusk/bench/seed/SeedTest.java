package dev.propusk.bench.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PropuskTest
class SeedTest {
    private static final int ROWS = 1_000;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    TestContracts contracts;

    Seed seed;

    @BeforeEach
    void begin() throws SQLException {
        Contract hotel = contracts.open();
        seed = new Seed(dataSource, clock.instant());
        seed.contracts(List.of(hotel));
    }

    @AfterEach
    void leaveNothing() throws SQLException {
        seed.execute("delete from token where generated_by = 'bench'");
        seed.execute("update quota set unused = 0 where contract_id in (select id from bench_contract)");
        seed.execute("drop table bench_contract");
    }

    @Test
    void aCodeThatSomebodyHasIsLeftOut() throws SQLException {
        giveOut(3, 500);
        seed.activations(ROWS, null, 1);
        assertThat(codes("count(*)")).isEqualTo(ROWS - 2);
        assertThat(codes("count(distinct code)")).isEqualTo(ROWS - 2);
    }

    @Test
    void eachCodeIsInTheRegisterAndDrawnOnce() throws SQLException {
        seed.activations(ROWS, null, 1);
        seed.unused(100, 1);
        seed.codes(100);
        assertThat(codes("count(distinct code)")).isEqualTo(ROWS + 100);
        assertThat(jdbc.sql("""
                        select count(*) from token where generated_by = 'bench'
                        and cast(substr(code, 4) as int) not in (select code from token_code)
                        """).query(Integer.class).single()).isZero();
    }

    /** Codes of the block that will be drawn next. */
    private void giveOut(int... places) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            long next = Codes.block(statement, 1).first() + 1;
            for (int place : places) {
                long code = (next + place) * Codes.SPREAD % Codes.ALL;
                statement.execute("insert into token_code values (" + code + ")");
            }
        }
    }

    private int codes(String what) {
        return jdbc.sql("select " + what + " from token where generated_by = 'bench'")
                .query(Integer.class)
                .single();
    }
}
