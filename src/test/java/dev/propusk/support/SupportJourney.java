package dev.propusk.support;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.propusk.BrowserTest;
import dev.propusk.Look;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.identification.Attempt;
import dev.propusk.identification.Identification;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Owners, support and administrators in a real Chromium, with a token that was moved, annulled and handed out. */
abstract class SupportJourney extends BrowserTest {
    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Identification identification;

    @Autowired
    Annulments ending;

    Contract hotel;
    Token token;
    Token spare;
    final MacAddress device = TestContracts.device();

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
        token = generate(Reuse.SINGLE_USE, Term.ofDays(7), "№ 12");
        spare = generate(Reuse.SINGLE_USE, Term.ofDays(7), "№ 14");
        activation.activate(hotel.id(), token.code(), device);
        Token till = generate(Reuse.MULTI_USE, Term.UNLIMITED, "касса");
        Token gone = activation.activate(hotel.id(), till.code(), device);
        contracts.asOwner(hotel, () -> ending.annul(hotel.id(), gone.id(), false));
    }

    Token generate(Reuse reuse, Term term, String note) {
        return contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, reuse, term, note, null))
                        .tokens()
                        .getFirst());
    }

    static Locator row(Page page, String text) {
        return page.locator("vaadin-grid-cell-content").getByText(text).first();
    }

    @Override
    protected Page signIn(BrowserContext context, String login) {
        Page page = super.signIn(context, login);
        page.locator("h1").first().waitFor();
        return page;
    }

    void visit(Page page, Look look, String path, String picture) {
        page.navigate(address("/" + path));
        page.locator("h1").first().waitFor();
        look.at(page, picture);
    }

    /** A device that has entered so many wrong codes that none is looked at for now. */
    MacAddress slowedDown() {
        MacAddress clumsy = TestContracts.device();
        Attempt attempt = Attempt.atGateway(hotel.id(), UUID.randomUUID(), clumsy);
        TokenCode wrong = TokenCode.read("100000000000").orElseThrow();
        for (int i = 0; i < 15; i++) {
            assertThatThrownBy(() -> identification.identify(attempt, wrong))
                    .isInstanceOf(CodeNotAcceptedException.class);
        }
        return clumsy;
    }
}
