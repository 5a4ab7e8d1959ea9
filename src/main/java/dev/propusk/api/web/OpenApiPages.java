package dev.propusk.api.web;

import dev.propusk.api.Language;
import dev.propusk.base.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Properties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The API's description for programs, and as a page for people that loads nothing from outside. */
@RestController
class OpenApiPages {
    private final OpenApiDocument document;
    private final Texts texts;
    private final JsonMapper json;

    OpenApiPages(OpenApiDocument document, Texts texts, JsonMapper json) {
        this.texts = texts;
        this.document = document;
        this.json = json;
    }

    @GetMapping("/v3/api-docs")
    ResponseEntity<String> document(HttpServletRequest request) {
        Locale language = Language.of(request, texts);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(json.writeValueAsString(document.in(language)));
    }

    /** Swagger UI's files, under an address without their version. */
    @Configuration
    static class Files implements WebMvcConfigurer {
        private static final String WEBJAR = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

        @Override
        public void addResourceHandlers(ResourceHandlerRegistry registry) {
            registry.addResourceHandler("/swagger-ui/**")
                    .addResourceLocations(
                            "classpath:/openapi/ui/",
                            "classpath:/META-INF/resources/webjars/swagger-ui/" + version() + "/");
        }

        @Override
        public void addViewControllers(ViewControllerRegistry registry) {
            registry.addViewController("/swagger-ui").setViewName("forward:/swagger-ui/index.html");
        }

        private static String version() {
            Properties properties = new Properties();
            try (InputStream in = new ClassPathResource(WEBJAR).getInputStream()) {
                properties.load(in);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return properties.getProperty("version");
        }
    }
}
