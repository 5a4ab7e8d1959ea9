package dev.propusk.gateway.origin;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.NetworkAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds gateways by an address, in whichever contract. A node of the release before knows one address of a gateway and nothing
 * of this table: what it wrote is found by that column, and whoever reads looks again into the gateway itself.
 */
@Component
public class CrossContractOrigins {
    private final JdbcClient jdbc;

    CrossContractOrigins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else sets up what others at its addresses are compared with; until this transaction ends. */
    public void takeTurn() {
        jdbc.sql("update gateway_turn set turns = turns + 1 where id = 1").update();
    }

    /** From now on it speaks from there. */
    public void write(UUID gateway, Sources sources) {
        jdbc.sql("delete from gateway_range where gateway_id = ?")
                .param(gateway)
                .update();
        sources.blocks()
                .forEach(block -> jdbc.sql("insert into gateway_range (gateway_id, network, bits) values (?, ?, ?)")
                        .params(gateway, block.network(), block.bits())
                        .update());
    }

    /** Those that may speak from this address. */
    public List<UUID> around(NetworkAddress source) {
        List<AddressBlock> around = Sources.around(source);
        List<Object> values = new ArrayList<>();
        around.forEach(block -> Collections.addAll(values, block.network(), block.bits()));
        values.add(source.toString());
        return jdbc.sql("select gateway_id from gateway_range where "
                        + String.join(" or ", Collections.nCopies(around.size(), "network = ? and bits = ?"))
                        + " union select id from gateway where address = ? and removed_at is null")
                .params(values)
                .query(UUID.class)
                .list();
    }

    /** Those that may speak from some of these addresses. */
    public List<UUID> overlapping(Sources sources) {
        List<UUID> found = within(sources);
        sources.ranges().forEach(range -> found.addAll(around(range.network())));
        return found.stream().distinct().toList();
    }

    private List<UUID> within(Sources sources) {
        List<UUID> found = new ArrayList<>();
        sources.blocks()
                .forEach(block ->
                        found.addAll(jdbc.sql("select gateway_id from gateway_range where network between ? and ?")
                                .params(block.network(), last(block))
                                .query(UUID.class)
                                .list()));
        return found;
    }

    private static byte[] last(AddressBlock block) {
        ByteBuffer last = ByteBuffer.allocate(16);
        int high = Math.min(block.bits(), Long.SIZE);
        int low = block.bits() - high;
        return last.putLong(block.high() | rest(high))
                .putLong(block.low() | rest(low))
                .array();
    }

    private static long rest(int bits) {
        return bits == Long.SIZE ? 0 : -1L >>> bits;
    }
}
