package dev.propusk.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.base.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestKeyTest {
    private static final Map<String, Object> REQUEST = Map.of("count", 2, "note", "room 12");

    @ParameterizedTest
    @CsvSource({"a, a", "\"a\", a", "\"\", \"\"", "\"a, \"a", "a\", a\"", "room-12/3, room-12/3"})
    void aKeyMayStandInTheQuotesOfAStructuredField(String header, String key) {
        assertThat(RequestKey.read(header)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ключ", "a\n", "\"a b\""})
    void aKeyIsVisibleAscii(String header) {
        assertThat(RequestKey.read(header)).isEmpty();
    }

    @Test
    void aKeyHasUpToAHundredAndTwentyEightCharacters() {
        assertThat(RequestKey.read("k".repeat(128))).isPresent();
        assertThat(RequestKey.read("k".repeat(129))).isEmpty();
    }

    @Test
    void aCallHasOneKeyOrNone() {
        Input input = new Input(Map.of(), false);
        assertThat(RequestKey.of(call(), input)).isNull();
        assertThat(RequestKey.of(call("\"one\""), input)).isEqualTo("one");
        input.check();
        assertThat(wrong(call("a b"))).containsExactly(RequestKey.HEADER);
        assertThat(wrong(call("one", "two"))).containsExactly(RequestKey.HEADER);
    }

    private static MockHttpServletRequest call(String... keys) {
        MockHttpServletRequest call = new MockHttpServletRequest();
        for (String key : keys) {
            call.addHeader(RequestKey.HEADER, key);
        }
        return call;
    }

    private static List<String> wrong(MockHttpServletRequest call) {
        Input input = new Input(Map.of(), false);
        assertThat(RequestKey.of(call, input)).isNull();
        try {
            input.check();
            return List.of();
        } catch (InvalidInputException e) {
            return e.fields().stream().map(WrongField::name).toList();
        }
    }

    @Test
    void theSameRequestIsKnownByItsFieldsInWhateverOrderAndOneThatWasNotSentCountsForNothing() {
        RequestKey key = key(REQUEST);
        Map<String, @Nullable Object> more = new HashMap<>(REQUEST);
        more.put("reference", null);
        assertThat(key.isForSameRequest(key(more).hash())).isTrue();
        assertThat(key.isForSameRequest(key(Map.of("count", 2)).hash())).isFalse();
        assertThat(key.isForSameRequest(
                        key(Map.of("count", 2, "note", "room 13")).hash()))
                .isFalse();
        assertThat(key.isForSameRequest(Sha256.of("before")))
                .as("as the version before wrote it")
                .isTrue();
        assertThat(key.value()).isEqualTo("key");
    }

    @Test
    void twoRequestsNeverReadAlike() {
        assertThat(key(Map.of("a", "1\nb 1 2")).hash())
                .isNotEqualTo(key(Map.of("a", "1", "b", "2")).hash());
        assertThat(key(Map.of("a", "x")).hash())
                .isEqualTo(Sha256.of("a 1 x\n"))
                .isNotEqualTo(key(Map.of("b", "x")).hash());
    }

    @Test
    void twoKeysAreEqualThatAskForTheSameUnderTheSameName() {
        RequestKey other = new RequestKey("other", REQUEST, "before");
        assertThat(key(REQUEST)).isEqualTo(key(REQUEST)).hasSameHashCodeAs(key(REQUEST));
        assertThat(key(REQUEST)).isNotEqualTo(other).isNotEqualTo(key(Map.of())).isNotEqualTo("key");
        assertThat(key(REQUEST).hashCode()).isNotEqualTo(other.hashCode());
    }

    private static RequestKey key(Map<String, ? extends @Nullable Object> request) {
        return new RequestKey("key", request, "before");
    }
}
