package dev.propusk.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.propusk.base.MacAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be done with a token where it stands, all of it: each place in its life against each verb. */
class TokenLifeTest {
    private static final Instant ENTERED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant NOW = ENTERED.plus(Duration.ofDays(2));
    private static final MacAddress OTHER = MacAddress.parse("AC:DE:48:00:00:02");

    /** {@code -} is "stays as it is", {@code !} is "refused". */
    private static final String TABLE = """
                     activate  copy      annul              settle            delete             move                      issue
            UNUSED   ACTIVE    -         ANNULLED/BY_HAND   -                 ANNULLED/BY_HAND   !UNUSED                   -
            RUNNING  !ACTIVE   !ACTIVE   ANNULLED/BY_HAND   -                 ANNULLED/BY_HAND   ANNULLED/MOVED_TO_NEW_MAC -
            ENDLESS  !ACTIVE   !ACTIVE   ANNULLED/BY_HAND   -                 ANNULLED/BY_HAND   ANNULLED/MOVED_TO_NEW_MAC -
            OVER     !ANNULLED !ANNULLED ANNULLED/EXPIRED   ANNULLED/EXPIRED  ANNULLED/EXPIRED   !ANNULLED                 -
            ENDED    !ANNULLED !ANNULLED !ANNULLED          -                 -                  !ANNULLED                 -
            DELETED  !ANNULLED !ANNULLED !ANNULLED          -                 -                  !ANNULLED                 -
            """;

    enum Place {
        UNUSED(TokenState.UNUSED),
        RUNNING(TokenState.ACTIVE),
        ENDLESS(TokenState.ACTIVE),
        /** Its term is over, and nothing has written that down yet. */
        OVER(TokenState.ANNULLED),
        ENDED(TokenState.ANNULLED),
        DELETED(TokenState.ANNULLED);

        private final TokenState state;

        Place(TokenState state) {
            this.state = state;
        }

        Token token() {
            Token token = ExampleTokens.unused(Reuse.SINGLE_USE, this == ENDLESS ? Term.UNLIMITED : Term.ofDays(3));
            switch (this) {
                case UNUSED -> {}
                case RUNNING, ENDLESS -> token.activate(ExampleTokens.DEVICE, ENTERED);
                case OVER -> token.activate(ExampleTokens.DEVICE, ENTERED.minus(Duration.ofDays(1)));
                case ENDED -> token.annul(Annulment.CONTRACT_CLOSED, ENTERED);
                case DELETED -> {
                    token.annul(Annulment.CONTRACT_CLOSED, ENTERED);
                    token.delete(ENTERED);
                }
            }
            return token;
        }
    }

    enum Verb {
        ACTIVATE,
        COPY,
        ANNUL,
        SETTLE,
        DELETE,
        MOVE,
        ISSUE;

        void of(Token token) {
            switch (this) {
                case ACTIVATE -> token.activate(OTHER, NOW);
                case COPY -> token.copyFor(TokenId.next(), OTHER, NOW);
                case ANNUL -> token.annul(Annulment.BY_HAND, NOW);
                case SETTLE -> token.settle(NOW);
                case DELETE -> token.delete(NOW);
                case MOVE -> token.moveTo(TokenId.next(), OTHER, NOW);
                case ISSUE -> token.issue(NOW);
            }
        }
    }

    static Stream<Arguments> placesAndVerbs() {
        List<String[]> rows =
                TABLE.lines().map(row -> row.strip().split("\\s+")).toList();
        return rows.stream()
                .skip(1)
                .flatMap(row -> Stream.iterate(1, i -> i + 1)
                        .limit(Verb.values().length)
                        .map(i -> Arguments.of(
                                Place.valueOf(row[0]),
                                Verb.valueOf(rows.getFirst()[i - 1].toUpperCase(Locale.ROOT)),
                                row[i])));
    }

    @Test
    void theTableSaysSomethingOfEachPlaceAndEachVerb() {
        assertThat(placesAndVerbs().map(Arguments::get).map(row -> row[0] + " " + row[1]))
                .containsExactlyElementsOf(Arrays.stream(Place.values())
                        .flatMap(place -> Arrays.stream(Verb.values()).map(verb -> place + " " + verb))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("placesAndVerbs")
    void aVerbDoesWhatItMayAndElseChangesNothing(Place place, Verb verb, String outcome) {
        Token token = place.token();
        assertThat(token.state(NOW)).isEqualTo(place.state);
        TokenRow before = token.row();
        Optional<Annulment> end = token.annulment(NOW);
        if (outcome.startsWith("!")) {
            assertThatExceptionOfType(WrongTokenStateException.class)
                    .isThrownBy(() -> verb.of(token))
                    .satisfies(e -> assertThat(e.state()).hasToString(outcome.substring(1)))
                    .satisfies(e -> assertThat(e.token()).isEqualTo(token.id()));
            assertThat(token.row()).isEqualTo(before);
            return;
        }
        verb.of(token);
        String[] expected = outcome.split("/", -1);
        assertThat(token.state(NOW)).hasToString(outcome.equals("-") ? place.state.name() : expected[0]);
        if (expected.length > 1) {
            assertThat(token.annulment(NOW).map(Annulment::name)).contains(expected[1]);
        } else {
            assertThat(token.annulment(NOW)).isEqualTo(end);
        }
        assertThat(token.deletedAt().isPresent()).isEqualTo(verb == Verb.DELETE || place == Place.DELETED);
        assertThat(token.issuedAt().isPresent()).isEqualTo(verb == Verb.ISSUE);
    }

    @Test
    void aStateLeadsOnlyOnwards() {
        assertThat(successors(TokenState.UNUSED)).containsExactly(TokenState.ACTIVE, TokenState.ANNULLED);
        assertThat(successors(TokenState.ACTIVE)).containsExactly(TokenState.ANNULLED);
        assertThat(successors(TokenState.ANNULLED)).isEmpty();
    }

    private static Stream<TokenState> successors(TokenState state) {
        return Arrays.stream(TokenState.values()).filter(state::canBecome);
    }
}
