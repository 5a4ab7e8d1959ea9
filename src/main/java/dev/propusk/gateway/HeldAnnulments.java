package dev.propusk.gateway;

import dev.propusk.base.MacAddress;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenId;
import dev.propusk.token.end.OtherNetworks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What a gateway would have ended in other networks beyond its allowance (rule 10); an administrator decides. */
@Service
@PreAuthorize("hasRole('ADMIN')")
public class HeldAnnulments {
    /** An entry of the journal names them all, in no more than 64 KiB. */
    private static final int OF_ONE_ENTRY = 500;

    private final HeldAnnulmentTable table;
    private final OtherNetworks otherNetworks;

    HeldAnnulments(HeldAnnulmentTable table, OtherNetworks otherNetworks) {
        this.table = table;
        this.otherNetworks = otherNetworks;
    }

    /**
     * Those of one gateway.
     *
     * @param contract the gateway's own
     * @param since when the first of them was held back
     * @param until when the last was: what comes later is not decided with them
     */
    public record Held(ContractId contract, GatewayId gateway, String name, int count, Instant since, Instant until) {}

    public List<Held> all() {
        return table.all();
    }

    /** The devices really went there: their tokens of other networks end now, each by itself. */
    public void carryOut(Held held) {
        List<TokenId> ended = new ArrayList<>();
        try {
            for (Map.Entry<MacAddress, Set<TokenId>> device : table.seen(held).entrySet()) {
                otherNetworks.deviceConnected(
                        held.contract(),
                        device.getKey(),
                        token -> device.getValue().contains(token.id()));
                ended.addAll(device.getValue());
            }
        } finally {
            // what could not be ended stays to be decided
            settle(held, ended, true);
        }
    }

    /** The key was misused: the tokens stay. */
    public void discard(Held held) {
        settle(held, table.seen(held).values().stream().flatMap(Set::stream).toList(), false);
    }

    private void settle(Held held, List<TokenId> tokens, boolean carriedOut) {
        tokens.stream()
                .gather(Gatherers.windowFixed(OF_ONE_ENTRY))
                .forEach(some -> table.settle(held, some, carriedOut));
    }
}
