package dev.propusk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page of the panel tells the server (Vaadin's UIDL), as far as Vaadin relies on its shape without looking. */
final class PanelMessage {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PanelMessage() {}

    static boolean isOne(HttpServletRequest request) {
        return "uidl".equals(request.getParameter("v-r"));
    }

    /**
     * The body, if it is such a message; an empty one is.
     *
     * @throws BodyTooLargeException where it is longer than so many bytes
     */
    static Optional<byte[]> read(HttpServletRequest request, int most) throws BodyTooLargeException {
        try {
            byte[] bytes = request.getInputStream().readNBytes(most + 1);
            if (bytes.length > most) {
                throw new BodyTooLargeException(most);
            }
            return bytes.length == 0 || isMessage(JSON.readTree(bytes)) ? Optional.of(bytes) : Optional.empty();
        } catch (BodyTooLargeException e) {
            throw e;
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static boolean isMessage(JsonNode message) {
        JsonNode calls = message.path("rpc");
        return message.isObject()
                && isAbsentOr(message.path("csrfToken").isString(), message.path("csrfToken"))
                && message.path("syncId").isInt()
                && isAbsentOr(message.path("clientId").isInt(), message.path("clientId"))
                && calls.isArray()
                && calls.valueStream()
                        .allMatch(call -> call.isObject() && call.path("type").isString());
    }

    private static boolean isAbsentOr(boolean isRight, JsonNode member) {
        return isRight || member.isMissingNode();
    }
}
