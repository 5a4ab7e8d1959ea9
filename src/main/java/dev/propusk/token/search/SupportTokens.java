package dev.propusk.token.search;

import dev.propusk.base.MacAddress;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenId;
import dev.propusk.token.store.CrossContractTokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks across all contracts, for the provider's support only. */
@Service
public class SupportTokens {
    /** No answer is longer. */
    public static final int MOST = 200;

    private final CrossContractTokens tokens;
    private final SupportTokenQuery search;

    SupportTokens(CrossContractTokens tokens, SupportTokenQuery search) {
        this.tokens = tokens;
        this.search = search;
    }

    /** Everything that this device ever activated, deleted rows too, the latest first; at most {@value #MOST}. */
    @PreAuthorize("hasRole('SUPPORT')")
    @Transactional(readOnly = true)
    public List<Token> findByMacAcrossContracts(MacAddress mac) {
        return tokens.findByMacAcrossContracts(mac, MOST);
    }

    /** What fits the clue, in whatever state, deleted rows too, the latest activation first; at most one over {@value #MOST}. */
    @PreAuthorize("hasRole('SUPPORT')")
    @Transactional(readOnly = true)
    public List<Token> findAcrossContracts(TokenClue clue) {
        List<TokenId> ids = search.findAcrossContracts(clue, MOST + 1);
        return ids.isEmpty() ? List.of() : inOrder(ids);
    }

    /** Where these came from and went to when they were moved to a new MAC. */
    @PreAuthorize("hasRole('SUPPORT')")
    @Transactional(readOnly = true)
    public List<Token> findMovesAcrossContracts(Collection<Token> found) {
        List<TokenId> ids = found.stream().map(Token::id).toList();
        List<TokenId> from = found.stream()
                .map(Token::movedFrom)
                .flatMap(Optional::stream)
                .filter(id -> !ids.contains(id))
                .toList();
        List<TokenCode> codes = found.stream().map(Token::code).distinct().toList();
        List<Token> moves = new ArrayList<>();
        if (!from.isEmpty()) {
            moves.addAll(tokens.findAllAcrossContracts(from));
        }
        if (!ids.isEmpty()) {
            moves.addAll(tokens.findSuccessorsAcrossContracts(codes, ids));
        }
        return moves;
    }

    private List<Token> inOrder(List<TokenId> ids) {
        Map<TokenId, Token> byId =
                tokens.findAllAcrossContracts(ids).stream().collect(Collectors.toMap(Token::id, Function.identity()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }
}
