package dev.propusk.token.end;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contracts;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.TokenEnd;
import dev.propusk.token.TokenId;
import dev.propusk.token.store.CrossContractTokens;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** A device that connects to one network with identification loses its tokens of the others (rule 10). */
@Service
public class OtherNetworks {
    private final CrossContractTokens crossContract;
    private final Contracts contracts;
    private final AnnulmentTransaction transaction;

    OtherNetworks(CrossContractTokens crossContract, Contracts contracts, AnnulmentTransaction transaction) {
        this.crossContract = crossContract;
        this.contracts = contracts;
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
        List<Token> elsewhere = crossContract.findActiveInOtherContracts(here, device);
        if (elsewhere.isEmpty()) {
            return List.of();
        }
        TokenEnd how = TokenEnd.otherNetwork(contracts.get(here).number());
        return elsewhere.stream()
                .filter(mayEnd)
                .map(token -> transaction.end(token.contract(), token.id(), how).id())
                .toList();
    }
}
