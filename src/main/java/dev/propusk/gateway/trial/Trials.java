package dev.propusk.gateway.trial;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.NetworkAddress;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.GatewayId;
import dev.propusk.secrets.Secrets;
import dev.propusk.security.ContractId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The trials under way, on whichever node. A packet is one by a number of 122 random bits that it carries, once, within
 * moments, and from the address that it was sent from: who does not know it tries nothing, and what is tried is answered apart
 * from all that gateways ask.
 */
@Component
public class Trials {
    private static final String SECRET = "gateway-trial";
    private static final Duration OPEN = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    Trials(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** One that is under way. */
    public record Trial(UUID id, ContractId contract, GatewayId gateway) {}

    /**
     * What was heard of it.
     *
     * @param secretAsked whether FreeRADIUS asked for the secret of where it came from
     * @param answer null: it did not reach the application
     */
    record Heard(boolean secretAsked, @Nullable TrialAnswer answer) {}

    Trial begin(ContractId contract, GatewayId gateway, NetworkAddress source) {
        Trial trial = new Trial(UUID.randomUUID(), contract, gateway);
        jdbc.sql("delete from gateway_trial where contract_id = ? and begun_at < ?")
                .params(contract.value(), InstantConverter.toUtc(clock.instant().minus(KEPT)))
                .update();
        jdbc.sql("""
                        insert into gateway_trial (id, contract_id, gateway_id, source, begun_at) values (?, ?, ?, ?, ?)
                        """)
                .params(
                        trial.id(),
                        contract.value(),
                        gateway.value(),
                        bytes(source),
                        InstantConverter.toUtc(clock.instant()))
                .update();
        return trial;
    }

    /** What an address' packets are signed with where it tries: the same on all nodes, for FreeRADIUS keeps it for a minute. */
    byte[] secretOf(NetworkAddress source) {
        return HexFormat.of().formatHex(secrets.sign(SECRET, bytes(source))).getBytes(StandardCharsets.US_ASCII);
    }

    /** The secret of an address from which something is tried now. */
    public Optional<String> secretFor(NetworkAddress source) {
        int open = jdbc.sql("""
                        update gateway_trial set secret_at = :now where source = :source and begun_at > :since
                            and answered_at is null
                        """)
                .param("now", InstantConverter.toUtc(clock.instant()))
                .param("source", bytes(source))
                .param("since", InstantConverter.toUtc(clock.instant().minus(OPEN)))
                .update();
        return open == 0 ? Optional.empty() : Optional.of(new String(secretOf(source), StandardCharsets.US_ASCII));
    }

    /** The one that a packet from there belongs to, where it has not been answered. */
    public Optional<Trial> find(NetworkAddress source, UUID id) {
        return jdbc.sql("""
                        select contract_id, gateway_id from gateway_trial
                        where id = :id and source = :source and begun_at > :since and answered_at is null
                        """)
                .param("id", id)
                .param("source", bytes(source))
                .param("since", InstantConverter.toUtc(clock.instant().minus(OPEN)))
                .query((row, number) -> new Trial(
                        id,
                        new ContractId(row.getObject("contract_id", UUID.class)),
                        new GatewayId(row.getObject("gateway_id", UUID.class))))
                .optional();
    }

    /** It is over. */
    public void answer(Trial trial, TrialAnswer answer) {
        jdbc.sql("update gateway_trial set answered_at = ?, answer = ? where id = ? and contract_id = ?")
                .params(
                        InstantConverter.toUtc(clock.instant()),
                        answer.name(),
                        trial.id(),
                        trial.contract().value())
                .update();
    }

    /** Nobody waits for it any more. */
    Heard close(Trial trial) {
        jdbc.sql("update gateway_trial set answered_at = ? where id = ? and contract_id = ? and answered_at is null")
                .params(
                        InstantConverter.toUtc(clock.instant()),
                        trial.id(),
                        trial.contract().value())
                .update();
        return jdbc.sql("select secret_at, answer from gateway_trial where id = ? and contract_id = ?")
                .params(trial.id(), trial.contract().value())
                .query((row, number) -> {
                    String answer = row.getString("answer");
                    return new Heard(
                            InstantConverter.instantOrNull(row, "secret_at") != null,
                            answer == null ? null : TrialAnswer.valueOf(answer));
                })
                .single();
    }

    /** The number as a packet carries it. */
    static byte[] written(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** The number that FreeRADIUS writes as {@code 0x…}; empty: it is none. */
    public static Optional<UUID> read(String proxyState) {
        if (!proxyState.matches("0x[0-9A-Fa-f]{32}")) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(proxyState, 2, proxyState.length()));
        return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
    }

    private static byte[] bytes(NetworkAddress source) {
        return AddressBlock.of(source).network();
    }
}
