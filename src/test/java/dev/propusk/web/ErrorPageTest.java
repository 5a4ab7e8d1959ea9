package dev.propusk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.base.Texts;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;

class ErrorPageTest {
    private final ErrorPage page = new ErrorPage(new Texts());
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void aDatabaseThatIsAwayIsSaidInTheLanguageOfTheBrowser() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        page.databaseAway(new DataAccessResourceFailureException("Connection refused"), response);
        request.addPreferredLocale(Locale.ENGLISH);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(shown(503))
                .containsEntry("language", "en")
                .extractingByKey("text")
                .asString()
                .contains("database is not available");
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

    private Map<String, Object> shown(int status) {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        return page.getErrorAttributes(new ServletWebRequest(request), ErrorAttributeOptions.defaults());
    }
}
