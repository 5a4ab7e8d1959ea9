package dev.propusk.token.end;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Networks;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.TokenEnd;
import dev.propusk.token.TokenId;
import dev.propusk.token.search.HeldTokens;
import dev.propusk.token.search.LiveTokens;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** A device that connects to one network with identification loses its tokens of the others (rule 10). */
@Service
public class OtherNetworks {
    private final LiveTokens tokens;
    private final Networks networks;
    private final AnnulmentTransaction transaction;

    OtherNetworks(LiveTokens tokens, Networks networks, AnnulmentTransaction transaction) {
        this.tokens = tokens;
        this.networks = networks;
        this.transaction = transaction;
    }

    /**
     * Only for what can't be forged: a report by a gateway's key or by RADIUS, or a verified, signed redirect. Never for a
     * MAC in a link, an activation by hand or a move.
     *
     * @param mayEnd asked for each token of another contract; what it refuses stays as it is
     * @return the tokens of other contracts that ended
     */
    public List<TokenId> deviceConnected(ContractId here, MacAddress device, Predicate<Token> mayEnd) {
        return deviceConnected(here, tokens.seenFrom(here, device), mayEnd);
    }

    /** The same, of a device that was looked at just now. */
    public List<TokenId> deviceConnected(ContractId here, HeldTokens device, Predicate<Token> mayEnd) {
        if (device.elsewhere().isEmpty()) {
            return List.of();
        }
        TokenEnd how = TokenEnd.otherNetwork(networks.get(here).number());
        return device.elsewhere().stream()
                .filter(mayEnd)
                .map(token -> transaction.end(token.contract(), token.id(), how).id())
                .toList();
    }
}
