package dev.propusk.sheet;

import dev.propusk.base.Atomic;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.security.ContractId;
import dev.propusk.security.KeyScope;
import dev.propusk.security.StaffOnly;
import dev.propusk.token.Issuing;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenNotFoundException;
import dev.propusk.token.Tokens;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Prints unused tokens: all of them, or chosen ones (rule 14). What was printed counts as issued. */
@Service
public class Sheets {
    private final Tokens tokens;
    private final Issuing issuing;
    private final Contracts contracts;
    private final SheetRenderer renderer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sheets(
            Tokens tokens,
            Issuing issuing,
            Contracts contracts,
            SheetRenderer renderer,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tokens = tokens;
        this.issuing = issuing;
        this.contracts = contracts;
        this.renderer = renderer;
        this.events = events;
        this.clock = clock;
    }

    /** @throws NothingToPrintException where no token is unused */
    @StaffOnly(keys = KeyScope.TOKENS_WRITE)
    @Atomic
    public Sheet printUnused(ContractId contract, Locale language) {
        return print(contract, tokens.unused(contract), language);
    }

    /**
     * @throws TokenNotFoundException where one of them is not this contract's
     * @throws NothingToPrintException where one of them is no longer unused, or none was chosen
     */
    @StaffOnly(keys = KeyScope.TOKENS_WRITE)
    @Atomic
    public Sheet print(ContractId contract, Collection<TokenId> chosen, Locale language) {
        List<Token> found = tokens.find(contract, chosen).stream()
                .sorted(Comparator.comparing(Token::generatedAt)
                        .thenComparing(token -> token.id().value()))
                .toList();
        if (found.size() != chosen.stream().distinct().count()) {
            throw new TokenNotFoundException();
        }
        return print(contract, found, language);
    }

    private Sheet print(ContractId contract, List<Token> found, Locale language) {
        if (found.isEmpty() || found.stream().anyMatch(token -> token.mac().isPresent() || isEnded(token))) {
            throw new NothingToPrintException();
        }
        Contract of = contracts.get(contract);
        SheetNetwork network = new SheetNetwork(of.number(), of.ssid(), of.zone());
        Sheet sheet = renderer.render(
                network,
                language,
                clock.instant(),
                found.stream().map(Sheets::coupon).toList());
        List<TokenId> printed = found.stream().map(Token::id).toList();
        issuing.issue(contract, printed);
        events.publishEvent(new SheetPrinted(contract, printed));
        return sheet;
    }

    private boolean isEnded(Token token) {
        return token.annulledAt(clock.instant()).isPresent();
    }

    private static Coupon coupon(Token token) {
        return new Coupon(
                token.code(), token.reuse(), token.term(), token.note().orElse(null), token.generatedAt());
    }
}
