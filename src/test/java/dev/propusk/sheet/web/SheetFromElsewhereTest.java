package dev.propusk.sheet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestWeb;
import dev.propusk.contract.Contract;
import dev.propusk.security.Role;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.search.Tokens;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

/** Printing hands tokens out, so that a link which somebody else has laid must not do it. */
@PropuskTest
class SheetFromElsewhereTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    Generation generation;

    @Autowired
    Tokens tokens;

    @Autowired
    TestClock clock;

    @Autowired
    WebApplicationContext context;

    private MockMvc web;
    private Contract hotel;
    private Token token;

    @BeforeEach
    void generate() {
        web = TestWeb.of(context);
        hotel = contracts.open();
        token = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(1), null, null))
                        .tokens()
                        .getFirst());
    }

    @Test
    void aLinkOnAnotherSitePrintsNothingAndHandsNothingOut() throws Exception {
        MockHttpServletResponse answer = open("cross-site");

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentAsString()).contains("панели");
        assertThat(isHandedOut()).isFalse();
    }

    @Test
    void openingReloadingAndLookingAheadGiveTheSameSheetAndHandNothingOut() throws Exception {
        byte[] first = open("same-origin").getContentAsByteArray();
        for (String from : new String[] {"same-origin", "none"}) {
            MockHttpServletResponse again = open(from);
            assertThat(again.getStatus()).isEqualTo(200);
            assertThat(text(again.getContentAsByteArray())).isEqualTo(text(first));
        }
        web.perform(head("/sheet.pdf").with(owner())).andReturn();
        web.perform(get("/sheet.pdf").with(owner()).header("Sec-Purpose", "prefetch"))
                .andReturn();
        assertThat(isHandedOut()).isFalse();
    }

    @Test
    void aPersonPrintsOnceAndFindsTheSameSheetHoweverOftenItIsOpened() throws Exception {
        MockHttpServletResponse printed = print("same-origin");
        assertThat(printed.getStatus()).isEqualTo(303);
        assertThat(isHandedOut()).isTrue();
        String address = Objects.requireNonNull(printed.getHeader("Location"));
        String first = text(reopen(address).getContentAsByteArray());
        clock.advance(Duration.ofMinutes(90));
        assertThat(text(reopen(address).getContentAsByteArray()))
                .isEqualTo(first)
                .doesNotContain("повторно");
        assertThat(text(open("none").getContentAsByteArray())).contains("повторно");
        String forged = address.replace("printed=2", "printed=1");
        assertThat(text(reopen(forged).getContentAsByteArray())).contains("повторно");
    }

    @Test
    void aFormOnAnotherSitePrintsAndSignsInNobody() throws Exception {
        for (String from : new String[] {"cross-site", "same-site"}) {
            assertThat(print(from).getStatus()).isEqualTo(403);
            MockHttpServletResponse signedIn = web.perform(post("/login")
                            .param("username", contracts.login(hotel, Role.OWNER))
                            .param("password", TestContracts.PASSWORD)
                            .header("Sec-Fetch-Site", from))
                    .andReturn()
                    .getResponse();
            assertThat(signedIn.getStatus()).isEqualTo(403);
        }
        assertThat(isHandedOut()).isFalse();
        MockHttpServletResponse old = web.perform(
                        post("/sheet.pdf").with(owner()).header("Origin", "https://evil.example"))
                .andReturn()
                .getResponse();
        assertThat(old.getStatus()).isEqualTo(403);
    }

    private MockHttpServletResponse print(String from) throws Exception {
        return web.perform(post("/sheet.pdf").with(owner()).header("Sec-Fetch-Site", from))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse open(String from) throws Exception {
        return web.perform(get("/sheet.pdf")
                        .with(owner())
                        .header("Sec-Fetch-Site", from)
                        .header("Accept-Language", "ru"))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse reopen(String address) throws Exception {
        return web.perform(get(URI.create(address)).with(owner())).andReturn().getResponse();
    }

    private RequestPostProcessor owner() {
        return user(contracts.user(contracts.login(hotel, Role.OWNER)));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private boolean isHandedOut() {
        return contracts
                .asOwner(hotel, () -> tokens.get(hotel.id(), token.id()))
                .issuedAt()
                .isPresent();
    }
}
