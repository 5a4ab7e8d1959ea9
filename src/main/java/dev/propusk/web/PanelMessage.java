package dev.propusk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page of the panel tells the server (Vaadin's UIDL), as far as Vaadin relies on its shape without looking. */
final class PanelMessage {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String KIND = "v-r";
    private static final Set<String> KINDS =
            Set.of("uidl", "heartbeat", "push", "init", "oldbrowser", "webcomponent-resync", "i18n");

    private PanelMessage() {}

    /** Whether it says that it is something which Vaadin does not know. */
    static boolean isOfNoKind(HttpServletRequest request) {
        String kind = request.getParameter(KIND);
        return kind != null && !KINDS.contains(kind);
    }

    /** What is pushed goes to the browser only: whatever comes that way is not from our pages. */
    static boolean isOne(HttpServletRequest request) {
        String kind = request.getParameter(KIND);
        return "uidl".equals(kind) || "push".equals(kind);
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
