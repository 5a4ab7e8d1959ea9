package dev.propusk.sheet.print;

import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.security.ContractId;
import dev.propusk.security.KeyScope;
import dev.propusk.security.OwnerOnly;
import dev.propusk.security.StaffOnly;
import dev.propusk.sheet.NothingToPrintException;
import dev.propusk.sheet.Sheet;
import dev.propusk.sheet.SheetNetwork;
import dev.propusk.sheet.SheetRequest;
import dev.propusk.sheet.SheetSettings;
import dev.propusk.sheet.draw.SheetRenderer;
import dev.propusk.sheet.print.PrintTransaction.Printing;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenNotFoundException;
import dev.propusk.token.WrongTokenStateException;
import dev.propusk.work.CostlyWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows and prints unused tokens: all of them, chosen ones, or those not issued yet (rule 14). What was printed is issued. */
@Service
public class Sheets {
    private final PrintTransaction transaction;
    private final Contracts contracts;
    private final SheetRenderer renderer;
    private final CostlyWork costly;
    private final Clock clock;

    Sheets(PrintTransaction transaction, Contracts contracts, SheetRenderer renderer, CostlyWork costly, Clock clock) {
        this.transaction = transaction;
        this.contracts = contracts;
        this.renderer = renderer;
        this.costly = costly;
        this.clock = clock;
    }

    /**
     * Prints, and hands out what was printed. In the order, the language and the layout that the contract's settings say.
     *
     * @throws TokenNotFoundException where a chosen one is not this contract's
     * @throws WrongTokenStateException where a chosen one is no longer unused
     * @throws NothingToPrintException where there is none
     */
    @StaffOnly(keys = KeyScope.TOKENS_WRITE)
    public Sheet print(ContractId contract, SheetRequest request) {
        return costly.of(contract, () -> draw(transaction.print(contract, request)));
    }

    /** Hands out what is about to be printed; {@link #show} draws it then, however often. Throws as {@link #print}. */
    @StaffOnly
    public Printed handOut(ContractId contract, SheetRequest request) {
        Printing printing = costly.of(contract, () -> transaction.print(contract, request));
        return new Printed(printing.tokens(), printing.at());
    }

    /**
     * The sheet as it would be printed; nothing changes. Throws as {@link #print}.
     *
     * @param printedAt when it was printed, to be drawn as it was then; null: it would be now
     */
    @StaffOnly(keys = KeyScope.TOKENS_WRITE)
    public Sheet show(ContractId contract, SheetRequest request, @Nullable Instant printedAt) {
        Instant at = printedAt == null ? clock.instant() : printedAt;
        return costly.of(contract, () -> draw(transaction.look(contract, request, at)));
    }

    /** What was handed out, and when. */
    public record Printed(List<TokenId> tokens, Instant at) {}

    private Sheet draw(Printing printing) {
        return costly.compute(() ->
                renderer.render(network(printing.contract()), printing.settings(), printing.at(), printing.coupons()));
    }

    /** A page of codes that nobody has, to see what the settings make of it. */
    @OwnerOnly
    public Sheet sample(ContractId contract, SheetSettings tried) {
        SheetNetwork network = network(contracts.get(contract));
        Instant now = clock.instant();
        return costly.of(contract, () -> costly.compute(() -> renderer.sample(network, tried, now)));
    }

    private static SheetNetwork network(Contract contract) {
        return new SheetNetwork(contract.number(), contract.ssid(), contract.zone());
    }
}
