package dev.propusk.token.search;

import dev.propusk.base.MacAddress;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenId;
import dev.propusk.token.store.CodePlaces;
import dev.propusk.token.store.CrossContractTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private final CodePlaces places;

    SupportTokens(CrossContractTokens tokens, SupportTokenQuery search, CodePlaces places) {
        this.tokens = tokens;
        this.search = search;
        this.places = places;
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
        return inOrder(ids);
    }

    /** Whether this token, which is used up, would let the device in again, since it is one of its own (rule 23). */
    @PreAuthorize("hasRole('SUPPORT')")
    @Transactional(readOnly = true)
    public boolean letsReturn(Token usedUp, MacAddress device) {
        return places.waitFor(device, usedUp);
    }

    /** A device in one contract's network. */
    public record Device(ContractId contract, MacAddress mac) {}

    /**
     * What these devices had there that was active in that time, in whatever state now, the latest activation first; at most
     * one over {@value #MOST}.
     */
    @PreAuthorize("hasRole('SUPPORT')")
    @Transactional(readOnly = true)
    public List<Token> findOfDevicesAcrossContracts(
            Collection<Device> devices, @Nullable Instant from, @Nullable Instant to) {
        return devices.isEmpty()
                ? List.of()
                : inOrder(search.findOfDevicesAcrossContracts(devices, from, to, MOST + 1));
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
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<TokenId, Token> byId =
                tokens.findAllAcrossContracts(ids).stream().collect(Collectors.toMap(Token::id, Function.identity()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }
}
