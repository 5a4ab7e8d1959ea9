package dev.propusk.token;

import dev.propusk.base.MacAddress;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks across all contracts, for the provider's support only. */
@Service
public class TokenLookup {
    private static final int MOST = 200;

    private final CrossContractTokens tokens;

    TokenLookup(CrossContractTokens tokens) {
        this.tokens = tokens;
    }

    /** Everything that this device ever activated, deleted rows too, the latest first; at most {@value #MOST}. */
    @PreAuthorize("hasRole('SUPPORT')")
    @Transactional(readOnly = true)
    public List<Token> findByMacAcrossContracts(MacAddress mac) {
        return tokens.findByMacAcrossContracts(mac, MOST);
    }
}
