package dev.propusk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.base.Texts;
import dev.propusk.data.TestNews;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.apache.coyote.CloseNowException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;

class ErrorPageTest {
    private final ErrorPage page = new ErrorPage(new Texts());
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void aDatabaseThatIsAwayIsSaidInTheLanguageOfTheBrowser() throws Exception {
        MockHttpServletResponse response = failing(new DataAccessResourceFailureException("Connection refused"));
        request.addPreferredLocale(Locale.ENGLISH);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(shown(503))
                .containsEntry("language", "en")
                .doesNotContainKey("id")
                .extractingByKey("text")
                .asString()
                .contains("database is not available");
    }

    @Test
    void aWrongStatementIsAFaultAndHasItsRequestsId() throws Exception {
        MockHttpServletResponse response =
                failing(new BadSqlGrammarException("find", "selekt", new SQLException("You have an error")));
        request.addPreferredLocale(Locale.ENGLISH);

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(shown(500)).extractingByKey("id").isEqualTo("Error number: " + response.getHeader(RequestId.HEADER));
    }

    @Test
    void whoeverReadsHalfAnAnswerIsNotToldThatItIsWhole() {
        assertThatThrownBy(() -> through((request, response) -> {
                    response.flushBuffer();
                    throw new IllegalStateException("in the middle");
                }))
                .isInstanceOf(CloseNowException.class);
    }

    @Test
    void theLanguageThatAPersonChoseGoesBeforeTheBrowsers() {
        request.addPreferredLocale(Locale.ENGLISH);
        request.setCookies(new Cookie("propusk-language", "ru"));

        assertThat(shown(404)).containsEntry("title", "Такой страницы нет");
    }

    @Test
    void whatMayNotBeOpenedLooksLikeWhatIsNotThere() {
        assertThat(shown(403).get("title")).isEqualTo(shown(404).get("title"));
        assertThat(shown(403).get("text")).isEqualTo(shown(404).get("text"));
    }

    @Test
    void nothingOfTheInsideIsShown() {
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("table token"));

        assertThat(shown(500).toString()).doesNotContain("table token").doesNotContain("IllegalState");
    }

    private MockHttpServletResponse failing(RuntimeException failure) throws Exception {
        return through((request, response) -> {
            throw failure;
        });
    }

    private MockHttpServletResponse through(FilterChain door) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        FaultFilter faults = new FaultFilter(TestNews.create());
        new RequestId().doFilter(request, response, (in, out) -> faults.doFilter(in, out, door));
        return response;
    }

    private Map<String, Object> shown(int status) {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        return page.getErrorAttributes(new ServletWebRequest(request), ErrorAttributeOptions.defaults());
    }
}
