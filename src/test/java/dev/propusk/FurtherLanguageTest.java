package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.propusk.base.Texts;
import dev.propusk.base.guest.GuestTexts;
import dev.propusk.contract.Contract;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.sheet.SheetLanguage;
import dev.propusk.sheet.SheetRequest;
import dev.propusk.sheet.SheetSetup;
import dev.propusk.sheet.draw.PrintedSheet;
import dev.propusk.sheet.print.Sheets;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.bean.override.convention.TestBean;

/** One more language in the list, with one more set of texts, is spoken everywhere: in the panel, on the portal, on paper, by the API. */
@PropuskTest
class FurtherLanguageTest extends SpringBrowserlessTest {
    private static final Locale KAZAKH = Locale.of("kk");
    private static final String MARK = "қ";

    private static final Locale GEORGIAN = Locale.of("ka");

    @TestBean(methodName = "withKazakh")
    Texts texts;

    @TestBean(methodName = "withGeorgian")
    GuestTexts guestTexts;

    @Autowired
    TestContracts contracts;

    @Autowired
    SheetSetup setup;

    @Autowired
    Sheets sheets;

    @Autowired
    Generation generation;

    @LocalServerPort
    int port;

    private Contract hotel;

    /** What a translator would hand in: each English text, marked. */
    static Texts withKazakh() {
        return new Texts(
                List.of(Texts.RUSSIAN, Texts.ENGLISH, KAZAKH),
                language -> language.equals(KAZAKH) ? marked(Texts.load(Texts.ENGLISH)) : Texts.load(language));
    }

    static GuestTexts withGeorgian() {
        return new GuestTexts(
                List.of(Texts.RUSSIAN, Texts.ENGLISH, GEORGIAN),
                language ->
                        language.equals(GEORGIAN) ? marked(GuestTexts.load(Texts.ENGLISH)) : GuestTexts.load(language));
    }

    private static Map<String, String> marked(Map<String, String> english) {
        return english.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, text -> MARK + text.getValue()));
    }

    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        hotel = contracts.open();
        PanelUser owner = contracts.user(contracts.login(hotel, Role.OWNER));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(owner, "", owner.getAuthorities()));
        super.initVaadinEnvironment();
        UI.getCurrent().setLocale(KAZAKH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    @SuppressWarnings("unchecked")
    void thePanelSpeaksItAndOffersItForTheSheetWhichIsPrintedInIt() throws Exception {
        UI.getCurrent().navigate("sheet-settings");
        assertThat(find(H1.class).single().getText()).startsWith(MARK);
        RadioButtonGroup<SheetLanguage> language = find(RadioButtonGroup.class)
                .withCondition(group -> (MARK + "Language").equals(label(group)))
                .single();
        language.setValue(SheetLanguage.of("kk"));
        test(find(Button.class).withText(MARK + "Save").single()).click();
        assertThat(setup.of(hotel.id()).settings().language().locales()).containsExactly(KAZAKH);

        generation.generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(7), null, null));
        byte[] pdf = sheets.print(hotel.id(), SheetRequest.allUnused()).pdf();
        try (PrintedSheet printed = new PrintedSheet(pdf)) {
            assertThat(printed.text()).contains(MARK + "Single use");
        }
    }

    @Test
    void thePortalSpeaksItAndLinksToIt() throws Exception {
        HttpResponse<String> page = get("/portal/" + hotel.slug() + "?lang=ka", "ru");
        assertThat(page.body()).contains("<html lang=\"ka\"", MARK, "hreflang=\"ru\"", "hreflang=\"en\"");
        assertThat(get("/portal/" + hotel.slug(), "en").body())
                .contains("hreflang=\"ka\" lang=\"ka\" dir=\"auto\">" + MARK);
        assertThat(get("/portal/" + hotel.slug(), "ka-GE").body()).contains("<html lang=\"ka\"");
    }

    @Test
    void theApisProblemsAndTheirPagesSpeakIt() throws Exception {
        HttpResponse<String> problem = get("/api/v1/tokens", "kk, en;q=0.5");
        assertThat(problem.headers().firstValue("Content-Language")).contains("kk");
        assertThat(problem.body()).contains("\"title\":\"" + MARK);
        assertThat(get("/problems/unauthorized?lang=kk", "ru").body())
                .contains("<html lang=\"kk\"", "hreflang=\"ru\"", "hreflang=\"en\"", "<h1>" + MARK);
        assertThat(get("/v3/api-docs", "kk").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path, String languages) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Accept-Language", languages)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String label(Component field) {
        return field.getElement().getProperty("label");
    }
}
