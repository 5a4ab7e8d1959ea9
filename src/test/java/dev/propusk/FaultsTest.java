package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import dev.propusk.api.ApiClient.Answer;
import dev.propusk.api.key.TestKeys;
import dev.propusk.base.Texts;
import dev.propusk.contract.Contract;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import jakarta.servlet.Filter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A row that nobody can read: the database answers, and yet nothing can be done. Told as a fault at every door. */
@PropuskTest
@ExtendWith(OutputCaptureExtension.class)
class FaultsTest extends SpringBrowserlessTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    TestContracts contracts;

    @Autowired
    TestKeys keys;

    @Autowired
    TestGateways gateways;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext context;

    @LocalServerPort
    int port;

    private Contract hotel;
    private PanelUser owner;
    private String id;

    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        hotel = contracts.open();
        owner = contracts.user(contracts.login(hotel, Role.OWNER));
        id = "request-" + hotel.number();
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(owner, "", owner.getAuthorities()));
        super.initVaadinEnvironment();
        UI.getCurrent().setLocale(Texts.ENGLISH);
    }

    @AfterEach
    void repair() {
        SecurityContextHolder.clearContext();
        setTerms("Europe/Moscow", null);
    }

    @Test
    void programsAreToldAFaultWithItsId(CapturedOutput output) throws Exception {
        String key = keys.of(hotel);
        setTerms("Nowhere", 1);
        post("/api/v1/tokens", key, "{\"count\":1,\"reuse\":\"SINGLE_USE\"}");
        Answer answer = answer(authorized("/api/v1/tokens/sheet.pdf", key).build());

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.problem()).isEqualTo("internal");
        assertThat(answer.json().get("detail").stringValue()).contains(id);
        assertLoggedOnce(output);
    }

    @Test
    void gatewaysAreToldAFaultWithItsId(CapturedOutput output) throws Exception {
        String key = gateways.add(hotel).key().value();
        setTerms("Nowhere", 1);
        Answer answer = post("/gateway/v1/connect", key, "{\"mac\":\"0A:00:00:00:00:01\"}");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().get("detail").stringValue()).contains(id);
        assertLoggedOnce(output);
    }

    @Test
    void radiusIsToldAFaultWithItsId(CapturedOutput output) throws Exception {
        String key = gateways.add(hotel).key().value();
        setTerms("Nowhere", 1);
        Answer answer = post("/gateway/v1/radius/authorize", key, """
                {"User-Name":{"type":"string","value":["0A-00-00-00-00-01"]},
                 "Calling-Station-Id":{"type":"string","value":["0A-00-00-00-00-01"]}}""");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().get("detail").stringValue()).contains(id);
        assertLoggedOnce(output);
    }

    @Test
    void guestsSeeAPageWithTheFaultsId(CapturedOutput output) throws Exception {
        setTerms("Nowhere", 1);
        var answer = HTTP.send(
                request("/portal/" + hotel.slug()).header("Accept", "text/html").build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Error number: " + id).doesNotContain("reload", "Nowhere");
        assertLoggedOnce(output);
    }

    @Test
    void aSheetThatCanNotBePrintedIsAFault(CapturedOutput output) throws Exception {
        post("/api/v1/tokens", keys.of(hotel), "{\"count\":1,\"reuse\":\"SINGLE_USE\"}");
        setTerms("Nowhere", 1);
        MockMvc web = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(context.getBean("requestId", Filter.class), context.getBean("faultFilter", Filter.class))
                .apply(springSecurity())
                .build();
        int status = web.perform(get("/sheet.pdf").with(user(owner)).header("X-Request-Id", id))
                .andReturn()
                .getResponse()
                .getStatus();

        assertThat(status).isEqualTo(500);
        assertLoggedOnce(output);
    }

    @Test
    void aViewThatCanNotBeOpenedShowsTheFaultsIdAndIsNotLoadedAgain() {
        setTerms("Nowhere", 1);
        UI.getCurrent().navigate("tokens");

        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.startsWith("Something went wrong"))
                .anyMatch(text -> text.startsWith("Error number: "))
                .noneMatch(text -> text.contains("by itself"));
    }

    /** There is no zone Nowhere, and nothing as slow as a kilobit a second. */
    private void setTerms(String zone, @Nullable Integer downKbit) {
        jdbc.sql("update contract set zone = :zone, down_kbit = :down where id = :id")
                .param("zone", zone)
                .param("down", downKbit)
                .param("id", hotel.id().value())
                .update();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Request-Id", id)
                .header("Accept-Language", "en");
    }

    private Answer post(String path, String key, String json) throws Exception {
        return answer(authorized(path, key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder authorized(String path, String key) {
        return request(path).header("Authorization", "Bearer " + key);
    }

    private static Answer answer(HttpRequest request) throws Exception {
        return new Answer(HTTP.send(request, BodyHandlers.ofByteArray()));
    }

    private void assertLoggedOnce(CapturedOutput output) {
        assertThat(output.toString().lines().filter(line -> line.contains(" ERROR [" + id + "]")))
                .hasSize(1);
        assertThat(output).doesNotContain("Servlet.service()");
    }
}
