package dev.propusk.sheet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.security.Role;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.search.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
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
    WebApplicationContext context;

    private MockMvc web;
    private Contract hotel;
    private Token token;

    @BeforeEach
    void generate() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
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
    void thePanelAndTheAddressBarPrint() throws Exception {
        for (String from : new String[] {"same-origin", "none"}) {
            assertThat(open(from).getStatus()).isEqualTo(200);
        }
        assertThat(isHandedOut()).isTrue();
    }

    private MockHttpServletResponse open(String from) throws Exception {
        return web.perform(get("/sheet.pdf")
                        .with(user(contracts.user(contracts.login(hotel, Role.OWNER))))
                        .header("Sec-Fetch-Site", from)
                        .header("Accept-Language", "ru"))
                .andReturn()
                .getResponse();
    }

    private boolean isHandedOut() {
        return contracts
                .asOwner(hotel, () -> tokens.get(hotel.id(), token.id()))
                .issuedAt()
                .isPresent();
    }
}
