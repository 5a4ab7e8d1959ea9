package dev.propusk.sheet.print;

import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.data.Atomic;
import dev.propusk.security.ContractId;
import dev.propusk.security.KeyScope;
import dev.propusk.security.OwnerOnly;
import dev.propusk.security.StaffOnly;
import dev.propusk.sheet.NothingToPrintException;
import dev.propusk.sheet.Sheet;
import dev.propusk.sheet.SheetNetwork;
import dev.propusk.sheet.SheetPrinted;
import dev.propusk.sheet.SheetRequest;
import dev.propusk.sheet.SheetSettings;
import dev.propusk.sheet.SheetSettingsTable;
import dev.propusk.sheet.draw.Coupon;
import dev.propusk.sheet.draw.SheetRenderer;
import dev.propusk.token.Reuse;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenNotFoundException;
import dev.propusk.token.TokenState;
import dev.propusk.token.WrongTokenStateException;
import dev.propusk.token.generate.Issuing;
import dev.propusk.token.search.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Prints unused tokens: all of them, chosen ones, or those not issued yet (rule 14). What was printed is issued. */
@Service
public class Sheets {
    private final Tokens tokens;
    private final Issuing issuing;
    private final Printings printings;
    private final Contracts contracts;
    private final SheetSettingsTable settings;
    private final SheetRenderer renderer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sheets(
            Tokens tokens,
            Issuing issuing,
            Printings printings,
            Contracts contracts,
            SheetSettingsTable settings,
            SheetRenderer renderer,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tokens = tokens;
        this.issuing = issuing;
        this.printings = printings;
        this.contracts = contracts;
        this.settings = settings;
        this.renderer = renderer;
        this.events = events;
        this.clock = clock;
    }

    /**
     * In the order, the language and the layout that the contract's settings say.
     *
     * @throws TokenNotFoundException where a chosen one is not this contract's
     * @throws WrongTokenStateException where a chosen one is no longer unused
     * @throws NothingToPrintException where there is none
     */
    @StaffOnly(keys = KeyScope.TOKENS_WRITE)
    @Atomic
    public Sheet print(ContractId contract, SheetRequest request) {
        contracts.requireOpen(contract);
        Contract of = contracts.get(contract);
        SheetSettings wanted = settings.find(contract).settings();
        SheetSettings used = request.paper() == null ? wanted : wanted.on(request.paper());
        List<Token> found = find(contract, request).stream()
                .sorted(used.order().comparator())
                .toList();
        if (found.isEmpty()) {
            throw new NothingToPrintException();
        }
        List<TokenId> printed = found.stream().map(Token::id).toList();
        Map<TokenId, Instant> before = printings.first(contract, printed);
        List<Coupon> coupons = found.stream()
                .map(token -> coupon(token, before.get(token.id())))
                .toList();
        Sheet sheet = renderer.render(network(of), used, clock.instant(), coupons);
        printings.remember(contract, without(printed, before.keySet()), clock.instant());
        issuing.issue(contract, printed);
        events.publishEvent(new SheetPrinted(contract, printed));
        return sheet;
    }

    /** A page of codes that nobody has, to see what the settings make of it. */
    @OwnerOnly
    public Sheet sample(ContractId contract, SheetSettings tried) {
        return renderer.sample(network(contracts.get(contract)), tried, clock.instant());
    }

    private List<Token> find(ContractId contract, SheetRequest request) {
        Collection<TokenId> chosen = request.chosen();
        if (chosen == null) {
            return tokens.unused(contract).stream()
                    .filter(token ->
                            !request.notIssuedOnly() || token.issuedAt().isEmpty())
                    .toList();
        }
        List<Token> found = tokens.find(contract, chosen);
        if (found.size() != chosen.size()) {
            throw new TokenNotFoundException();
        }
        found.forEach(this::requireUnused);
        return found;
    }

    private void requireUnused(Token token) {
        TokenState state = token.state(clock.instant());
        if (state != TokenState.UNUSED) {
            throw new WrongTokenStateException(token.id(), state);
        }
    }

    private static List<TokenId> without(List<TokenId> all, Collection<TokenId> known) {
        return all.stream().filter(id -> !known.contains(id)).toList();
    }

    private static SheetNetwork network(Contract contract) {
        return new SheetNetwork(contract.number(), contract.ssid(), contract.zone());
    }

    /** Many guests share a multi-use code, so that a second copy of it is no cause for doubt. */
    private static Coupon coupon(Token token, @Nullable Instant printedBefore) {
        return new Coupon(
                token.code(),
                token.reuse(),
                token.term(),
                token.note().orElse(null),
                token.generatedAt(),
                token.reuse() == Reuse.SINGLE_USE ? printedBefore : null);
    }
}
