package dev.propusk.sheet.print;

import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.Limits;
import dev.propusk.data.Atomic;
import dev.propusk.security.ContractId;
import dev.propusk.sheet.NothingToPrintException;
import dev.propusk.sheet.SheetPrinted;
import dev.propusk.sheet.SheetRequest;
import dev.propusk.sheet.SheetSettings;
import dev.propusk.sheet.SheetSettingsTable;
import dev.propusk.sheet.draw.Coupon;
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
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions behind {@link Sheets}: what is to be drawn is issued first, and drawn when that stands. */
@Component
class PrintTransaction {
    private final Tokens tokens;
    private final Issuing issuing;
    private final Printings printings;
    private final Contracts contracts;
    private final SheetSettingsTable settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PrintTransaction(
            Tokens tokens,
            Issuing issuing,
            Printings printings,
            Contracts contracts,
            SheetSettingsTable settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tokens = tokens;
        this.issuing = issuing;
        this.printings = printings;
        this.contracts = contracts;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * All that a sheet is drawn of.
     *
     * @param fresh of its tokens those that were on no sheet before
     */
    record Printing(
            Contract contract,
            SheetSettings settings,
            Instant at,
            List<TokenId> tokens,
            List<TokenId> fresh,
            List<Coupon> coupons) {}

    /**
     * The sheet as it is, or as it was when it was printed; nothing is handed out.
     *
     * @param at when it says it was printed
     */
    @Transactional(readOnly = true)
    Printing look(ContractId contract, SheetRequest request, Instant at) {
        return gather(contract, request, at);
    }

    /** What is printed is handed out. */
    @Atomic
    Printing print(ContractId contract, SheetRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Printing printing = gather(contract, request, now);
        printings.remember(contract, printing.fresh(), now);
        issuing.issue(contract, printing.tokens());
        events.publishEvent(new SheetPrinted(contract, printing.tokens()));
        return printing;
    }

    private Printing gather(ContractId contract, SheetRequest request, Instant at) {
        contracts.requireOpen(contract);
        SheetSettings wanted = settings.find(contract).settings();
        SheetSettings used = request.paper() == null ? wanted : wanted.on(request.paper());
        List<Token> found = find(contract, request).stream()
                .sorted(used.order().comparator())
                .toList();
        if (found.isEmpty()) {
            throw new NothingToPrintException();
        }
        List<TokenId> printed = found.stream().map(Token::id).toList();
        Map<TokenId, Instant> first = printings.first(contract, printed);
        Contract of = contracts.get(contract);
        List<Coupon> coupons = found.stream()
                .map(token -> coupon(token, of.limits(), before(at, first.get(token.id()))))
                .toList();
        return new Printing(of, used, at, printed, without(printed, first.keySet()), coupons);
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

    /** The same sheet once more is no second copy. */
    private static @Nullable Instant before(Instant at, @Nullable Instant first) {
        return first != null && first.isBefore(at) ? first : null;
    }

    private static List<TokenId> without(List<TokenId> all, Collection<TokenId> known) {
        return all.stream().filter(id -> !known.contains(id)).toList();
    }

    /** Many guests share a multi-use code, so that a second copy of it is no cause for doubt. */
    private static Coupon coupon(Token token, Limits network, @Nullable Instant printedBefore) {
        return new Coupon(
                token.code(),
                token.uses(),
                token.term(),
                token.limits().or(network),
                token.note().orElse(null),
                token.generatedAt(),
                token.reuse() == Reuse.SINGLE_USE ? printedBefore : null);
    }
}
