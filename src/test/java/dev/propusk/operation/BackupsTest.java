package dev.propusk.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PropuskTest
class BackupsTest {
    @Autowired
    JdbcClient jdbc;

    @Test
    void whereNoneWasMadeNoneIsToldOf() {
        assertThat(new Backups(jdbc, told -> {}).newest()).isEmpty();
    }
}
