package dev.propusk.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.api.ApiClient;
import dev.propusk.api.ApiClient.Answer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The API does what its description says, and nothing else. */
class OpenApiContractTest extends DescribedApi {
    private static final Path CHECKED_IN = Path.of("src/test/resources/openapi/propusk.json");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    /** The file shows in a review what changes for others; this writes it anew where it differs. */
    @Test
    void theDescriptionIsTheOneThatIsCheckedIn() throws IOException {
        String served = JSON.writeValueAsString(document) + "\n";
        String checkedIn = Files.exists(CHECKED_IN) ? Files.readString(CHECKED_IN) : "";
        if (!served.equals(checkedIn)) {
            Files.createDirectories(CHECKED_IN.getParent());
            Files.writeString(CHECKED_IN, served);
        }
        assertThat(checkedIn)
                .as("%s was written anew: look at what has changed", CHECKED_IN)
                .isEqualTo(served);
    }

    @Test
    void everyAddressOfTheApiIsDescribedAndEveryDescribedOneIsThere() {
        Set<String> served = new TreeSet<>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> served.add(method + " " + pattern))));
        Set<String> described = new TreeSet<>();
        operations().forEach(operation -> described.add(operation.method() + " " + operation.path()));
        assertThat(described).isEqualTo(served).allMatch(operation -> operation.contains(" /api/v1/"));
    }

    @Test
    void bothLanguagesDescribeTheSameAndNothingIsLeftUntranslated() throws Exception {
        HttpResponse<String> russian = fetch("/v3/api-docs", "ru");
        assertThat(russian.headers().firstValue("Content-Language")).contains("ru");
        assertThat(russian.body()).contains("Сгенерировать токены").doesNotContain("!ru:", "\"ru\":", "x-problems");
        assertThat(document.toString()).contains("Generate tokens").doesNotContain("!en:", "\"en\":", "Сгенерировать");
        assertThat(document.get("openapi").stringValue()).startsWith("3.1");
        assertThat(JSON.readTree(russian.body()).get("paths").propertyNames())
                .isEqualTo(document.get("paths").propertyNames());
        List<String> examples = new ArrayList<>();
        for (String name : document.at("/components/schemas").propertyNames()) {
            JsonNode schema = document.at("/components/schemas/" + name);
            if (schema.has("examples")) {
                schema.get("examples")
                        .forEach(example ->
                                examples.addAll(JsonSchema.of(document, schema).errors(example)));
            }
        }
        assertThat(examples).isEmpty();
    }

    @Test
    void aCallWithoutAKeyOrWithAWrongOneIsRefusedAsDescribed() {
        for (Operation operation : operations()) {
            for (String key : List.of(
                    "", "pk_", "pk_unknown", "gk_demo_hotel", "ключ".repeat(3).replace("ключ", "x"))) {
                Answer answer = new ApiClient(port, key)
                        .send(operation.method(), operation.path().substring(7).replace("{id}", "1"), null);
                check(operation, answer, operation.id());
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.header("WWW-Authenticate")).contains("Bearer realm=\"propusk\"");
            }
        }
    }
}
