package dev.propusk.token.search;

import dev.propusk.contract.Limits;
import dev.propusk.token.LiveToken;
import dev.propusk.token.Token;
import java.util.List;
import java.util.Optional;

/**
 * What a device holds, seen from a network.
 *
 * @param here its live tokens there
 * @param elsewhere its active tokens of all other networks
 */
public record HeldTokens(List<Token> here, List<Token> elsewhere) {
    /** The one that lets it in (rule 16). */
    public Optional<LiveToken> lastToEnd(Limits network) {
        return LiveToken.of(here, network);
    }
}
