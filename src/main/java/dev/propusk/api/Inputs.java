package dev.propusk.api;

import dev.propusk.web.BodyTooLargeException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads what a caller sent, strictly: JSON in UTF-8, no member twice, nothing after it, and no byte more than the call needs.
 */
@Component
public class Inputs {
    /** More than the longest body that any call of a person's making takes, whatever is escaped in it. */
    static final int MOST = 16 * 1024;

    /** A RADIUS packet has at most 4,096 bytes (RFC 2865, section 3), each of which JSON may write as six characters. */
    public static final int MOST_OF_PACKET = 64 * 1024;

    private final JsonMapper strict = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    Inputs() {}

    /**
     * The JSON object in the body; no body at all reads as an empty one.
     *
     * @throws MalformedBodyException where the body is no JSON object
     * @throws BodyTooLargeException where it is longer than {@value #MOST} bytes
     */
    public Input body(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        Map<String, List<JsonNode>> values = new LinkedHashMap<>();
        members(request, MOST).forEach((name, value) -> values.put(name, List.of(value)));
        return new Input(values, false);
    }

    /**
     * The members of the JSON object in the body, as they stand.
     *
     * @param most so many bytes are read, and never more
     * @throws MalformedBodyException where the body is no JSON object
     * @throws BodyTooLargeException where it is longer
     */
    public Map<String, JsonNode> members(HttpServletRequest request, int most)
            throws IOException, HttpMediaTypeNotSupportedException {
        if (request.getContentLengthLong() > most) {
            throw new BodyTooLargeException(most);
        }
        byte[] bytes = read(request, most + 1);
        if (bytes.length > most) {
            throw new BodyTooLargeException(most);
        }
        Map<String, JsonNode> members = new LinkedHashMap<>();
        if (bytes.length > 0) {
            requireJson(request);
            object(bytes).properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        }
        return members;
    }

    /** The parameters in the address. */
    public Input query(HttpServletRequest request) {
        Map<String, List<JsonNode>> values = new LinkedHashMap<>();
        request.getParameterMap()
                .forEach((name, texts) -> values.put(
                        name,
                        Arrays.stream(texts)
                                .map(text -> (JsonNode) JsonNodeFactory.instance.stringNode(text))
                                .toList()));
        return new Input(values, true);
    }

    /** @throws MalformedBodyException where it broke off, came too slowly, or was not the chunks that it was said to be */
    private static byte[] read(HttpServletRequest request, int most) {
        try {
            return request.getInputStream().readNBytes(most);
        } catch (IOException e) {
            throw new MalformedBodyException(1, 1);
        }
    }

    private JsonNode object(byte[] bytes) {
        try {
            JsonNode node = strict.readTree(bytes);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            TokenStreamLocation where = e.getLocation();
            throw where == null
                    ? new MalformedBodyException(1, 1)
                    : new MalformedBodyException(Math.max(1, where.getLineNr()), Math.max(1, where.getColumnNr()));
        }
        throw new MalformedBodyException(1, 1);
    }

    private static void requireJson(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        String header = request.getContentType();
        List<MediaType> supported = List.of(MediaType.APPLICATION_JSON);
        HttpMethod method = HttpMethod.valueOf(request.getMethod());
        try {
            MediaType type = header == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(header);
            boolean isUtf8 = type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8);
            if (!MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type) || !isUtf8) {
                throw new HttpMediaTypeNotSupportedException(type, supported, method);
            }
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotSupportedException(null, supported, method);
        }
    }
}
