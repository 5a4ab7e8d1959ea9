package dev.propusk.sheet.print;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.sheet.SavedSheetSettings;
import dev.propusk.sheet.Sheet;
import dev.propusk.sheet.SheetRequest;
import dev.propusk.sheet.SheetSettings;
import dev.propusk.sheet.SheetSetup;
import dev.propusk.sheet.SheetSort;
import dev.propusk.sheet.draw.PrintedSheet;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sheets of a contract of its own. */
@PropuskTest
abstract class HotelsSheets {
    @Autowired
    TestContracts contracts;

    @Autowired
    Generation generation;

    @Autowired
    Sheets sheets;

    @Autowired
    SheetSetup setup;

    @Autowired
    JdbcClient jdbc;

    Contract hotel;

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
    }

    List<Token> generate(int count, Reuse reuse) {
        TokenRequest request = new TokenRequest(count, reuse, Term.ofDays(7), null, null);
        return contracts
                .asOwner(hotel, () -> generation.generate(hotel.id(), request))
                .tokens();
    }

    String print(SheetRequest request) {
        Sheet sheet = contracts.asOperator(hotel, () -> sheets.print(hotel.id(), request));
        try (PrintedSheet printed = new PrintedSheet(sheet.pdf())) {
            return printed.text();
        }
    }

    void change(SheetSort request) {
        contracts.asOwner(hotel, () -> {
            SavedSheetSettings saved = setup.of(hotel.id());
            SheetSettings usual = SheetSettings.DEFAULT;
            return setup.change(
                    hotel.id(),
                    new SheetSettings(usual.language(), null, true, usual.paper(), true, request, true),
                    saved.version());
        });
    }

    List<@Nullable String> journal(String action) {
        return jdbc.sql("select details from journal where contract_id = ? and action = ?")
                .params(hotel.id().value(), action)
                .query(String.class)
                .list();
    }
}
