package dev.propusk.token.search;

import static java.util.stream.Collectors.toMap;

import dev.propusk.journal.History;
import dev.propusk.journal.HistoryEntry;
import dev.propusk.security.ContractId;
import dev.propusk.security.KeyScope;
import dev.propusk.security.StaffOnly;
import dev.propusk.token.Quota;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenNotFoundException;
import dev.propusk.token.TokenState;
import dev.propusk.token.store.Quotas;
import dev.propusk.token.store.TokenTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A contract's tokens, as those who work for it see them. */
@Service
@Transactional(readOnly = true)
public class Tokens {
    /** No list goes on beyond so many rows, and no count above it. */
    public static final int MOST = PanelTokenQuery.MOST;

    private static final int MOST_OF_FAMILY = 500;
    private static final int MOST_OF_HISTORY = 100;

    private final TokenTable tokens;
    private final PanelTokenQuery search;
    private final ApiTokenQuery listing;
    private final Quotas quotas;
    private final History history;

    Tokens(TokenTable tokens, PanelTokenQuery search, ApiTokenQuery listing, Quotas quotas, History history) {
        this.tokens = tokens;
        this.search = search;
        this.listing = listing;
        this.quotas = quotas;
        this.history = history;
    }

    /**
     * One token that is there.
     *
     * @throws TokenNotFoundException for a deleted one, another contract's, and one that never was
     */
    @StaffOnly(keys = KeyScope.TOKENS_READ)
    public Token get(ContractId contract, TokenId id) {
        return tokens.find(contract, id).orElseThrow(TokenNotFoundException::new);
    }

    /** The chosen ones that are there, in no order. */
    @StaffOnly(keys = KeyScope.TOKENS_READ)
    public List<Token> find(ContractId contract, Collection<TokenId> ids) {
        return tokens.findAll(contract, ids);
    }

    /** All rows of a code, the unused one first, then the devices, the latest first; at most 500. */
    @StaffOnly(keys = KeyScope.TOKENS_READ)
    public List<Token> family(ContractId contract, TokenCode code) {
        return tokens.findFamily(contract, code, MOST_OF_FAMILY);
    }

    /** All unused ones, the oldest first. */
    @StaffOnly(keys = KeyScope.TOKENS_READ)
    public List<Token> unused(ContractId contract) {
        return tokens.findUnused(contract);
    }

    @StaffOnly(keys = KeyScope.TOKENS_READ)
    public Quota quota(ContractId contract) {
        return quotas.of(contract);
    }

    @StaffOnly(keys = KeyScope.TOKENS_READ)
    public List<Token> page(ContractId contract, TokenFilter filter, TokenSort ordering, int offset, int limit) {
        return inOrder(contract, search.page(contract, filter, ordering, offset, limit));
    }

    /** The page that follows this place in {@link TokenSort#NEWEST}. */
    @StaffOnly(keys = KeyScope.TOKENS_READ)
    public List<Token> newestAfter(ContractId contract, TokenFilter filter, TokenPlace last, int limit) {
        return inOrder(contract, search.newestAfter(contract, filter, last, limit));
    }

    /**
     * The newest first, by id: a list that is read page after page shows each token once, whatever happens meanwhile.
     *
     * @param before the last one of the page before; null: from the newest on
     */
    @StaffOnly(keys = KeyScope.TOKENS_READ)
    public List<Token> newest(ContractId contract, TokenListRequest query, @Nullable TokenId before, int limit) {
        return inOrder(contract, listing.ids(contract, query, before, limit));
    }

    private List<Token> inOrder(ContractId contract, List<TokenId> ids) {
        Map<TokenId, Token> found = find(contract, ids).stream().collect(toMap(Token::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** How many match, at most {@link #MOST}. */
    @StaffOnly(keys = KeyScope.TOKENS_READ)
    public int count(ContractId contract, TokenFilter filter) {
        return search.count(contract, filter);
    }

    /** How many there are in each state: fast, however many there are. */
    @StaffOnly
    public TokenCounts counts(ContractId contract) {
        int unused = quotas.of(contract).unused();
        int active = search.countUpToMore(contract, TokenState.ACTIVE);
        int annulled = search.countUpToMore(contract, TokenState.ANNULLED);
        return new TokenCounts(Math.min(unused + active + annulled, MOST + 1), unused, active, annulled);
    }

    /** What the journal says of these, the latest first; at most 100 entries. */
    @StaffOnly
    public List<HistoryEntry> history(ContractId contract, Collection<Token> of) {
        return history.of(contract, of.stream().map(token -> token.id().value()).toList(), MOST_OF_HISTORY);
    }
}
