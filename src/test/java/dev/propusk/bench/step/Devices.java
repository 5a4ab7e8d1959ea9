package dev.propusk.bench.step;

import dev.propusk.base.MacAddress;
import dev.propusk.bench.measure.Load;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Devices that came several times in the years that were made; each of the bench's own came once. */
final class Devices {
    private Devices() {}

    /** As if drawn by lot: codes are in no order of time. */
    static List<MacAddress> some(JdbcClient jdbc, int count) {
        return read(jdbc, "order by code limit " + count);
    }

    /** Others than those, as long as there are more. */
    static List<MacAddress> others(JdbcClient jdbc, int count) {
        List<MacAddress> found = read(jdbc, "order by code desc limit " + count);
        return IntStream.range(0, count)
                .mapToObj(i -> found.get(i % found.size()))
                .toList();
    }

    private static List<MacAddress> read(JdbcClient jdbc, String which) {
        return jdbc.sql("select hex(mac) from token where mac < ? " + which)
                .param(Load.FIRST_DEVICE.bytes())
                .query((row, number) -> MacAddress.parse(row.getString(1)))
                .list();
    }
}
