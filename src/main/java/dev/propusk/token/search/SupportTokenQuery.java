package dev.propusk.token.search;

import dev.propusk.data.InstantConverter;
import dev.propusk.token.TokenId;
import dev.propusk.token.search.SupportTokens.Device;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds by a clue, across contracts, the ids of the latest activations; each clue goes by an index. */
@Component
class SupportTokenQuery {
    /** So many devices may share a part of their addresses before it is too vague. */
    private static final int VAGUE = 5_000;

    private final JdbcClient jdbc;

    SupportTokenQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TokenId> findAcrossContracts(TokenClue clue, int most) {
        List<String> where = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        if (clue.mac() != null) {
            where.add("mac = :mac");
            values.put("mac", clue.mac().bytes());
        }
        if (clue.code() != null) {
            where.add("code = :code");
            values.put("code", clue.code().value());
        }
        if (clue.contract() != null) {
            where.add("contract_id = :contract");
            values.put("contract", clue.contract().value());
        }
        if (clue.isAboutAPeriod() || (clue.code() == null && clue.mac() == null)) {
            where.add("mac is not null");
        }
        activeWithin(clue.from(), clue.to(), where, values);
        String conditions = String.join(" and ", where);
        String from = clue.macPart() == null ? "token where " + conditions : byPart(clue.macPart(), conditions, values);
        return latest(from, values, most);
    }

    List<TokenId> findOfDevicesAcrossContracts(
            Collection<Device> devices, @Nullable Instant from, @Nullable Instant to, int most) {
        // by the devices an index is gone through; a pair alone would not be taken for a range of it
        List<String> where = new ArrayList<>(List.of("mac in (:macs)", "(contract_id, mac) in (:devices)"));
        Map<String, Object> values = new HashMap<>();
        values.put("macs", devices.stream().map(device -> device.mac().bytes()).toList());
        values.put(
                "devices",
                devices.stream()
                        .map(device -> new Object[] {
                            device.contract().value(), device.mac().bytes()
                        })
                        .toList());
        activeWithin(from, to, where, values);
        return latest("token where " + String.join(" and ", where), values, most);
    }

    private static void activeWithin(
            @Nullable Instant from, @Nullable Instant to, List<String> where, Map<String, Object> values) {
        if (to != null) {
            where.add("activated_at < :to");
            values.put("to", InstantConverter.toUtc(to));
        }
        if (from != null) {
            where.add("(annulled_at is null or annulled_at > :from) and (expires_at is null or expires_at > :from)");
            values.put("from", InstantConverter.toUtc(from));
        }
    }

    private List<TokenId> latest(String from, Map<String, Object> values, int most) {
        return jdbc
                .sql("select id from " + from + " order by activated_at desc, id desc limit " + most)
                .params(values)
                .query(UUID.class)
                .list()
                .stream()
                .map(TokenId::new)
                .toList();
    }

    private static String byPart(String part, String conditions, Map<String, Object> values) {
        HexFormat hex = HexFormat.of();
        values.put("low", hex.parseHex(part + "0".repeat(12 - part.length())));
        values.put("high", hex.parseHex(part + "F".repeat(12 - part.length())));
        values.put("backwards", new StringBuilder(part).reverse() + "%");
        String rest = " and " + conditions + " limit " + VAGUE + ")";
        return "((select id, activated_at from token where mac between :low and :high" + rest
                + " union (select id, activated_at from token where mac_backwards like :backwards" + rest + ") either";
    }
}
