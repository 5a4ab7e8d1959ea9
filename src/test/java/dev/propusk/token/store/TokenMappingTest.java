package dev.propusk.token.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Limits;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.token.Annulment;
import dev.propusk.token.Reuse;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenRow;
import dev.propusk.token.TokenState;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Columns are read by place: in a row in which no two of them are alike, none may stand in another's. */
@PropuskTest
class TokenMappingTest {
    private static final MacAddress DEVICE = MacAddress.parse("AC:DE:48:01:02:03");
    private static final MacAddress OTHER = MacAddress.parse("AC:DE:48:0A:0B:0C");
    private static final Instant MADE = Instant.parse("2026-02-27T21:30:00.000001Z");

    @Autowired
    TestContracts contracts;

    @Autowired
    JdbcTemplate jdbc;

    private final TokenId id = TokenId.next();
    private final TokenId before = TokenId.next();
    private ContractId hotel;

    @BeforeEach
    void open() {
        hotel = contracts.open().id();
    }

    @Test
    void eachValueStandsInItsOwnColumnAndIsReadBackFromThere() {
        TokenRow row = row(0, DEVICE, Annulment.MOVED_TO_NEW_MAC);
        insert(row);
        assertThat(read()).isEqualTo(row);
        assertThat(jdbc.queryForMap("select * from token where id = ?", id.value()))
                .containsEntry("id", id.value())
                .containsEntry("contract_id", hotel.value())
                .containsEntry("code", "100123456789")
                .containsEntry("reuse", "MULTI_USE")
                .containsEntry("days", 7)
                .containsEntry("state", "ANNULLED")
                .containsEntry("note", "room 12")
                .containsEntry("reference", "B-4711")
                .containsEntry("generated_at", hours(0))
                .containsEntry("generated_by", "hotel-desk")
                .containsEntry("issued_at", hours(1))
                .containsEntry("mac", DEVICE.bytes())
                .containsEntry("activated_at", hours(2))
                .containsEntry("expires_at", hours(3))
                .containsEntry("annulled_at", hours(4))
                .containsEntry("annulment", "MOVED_TO_NEW_MAC")
                .containsEntry("moved_from", before.value())
                .containsEntry("deleted_at", hours(5))
                .containsEntry("version", 4);
        assertThat(jdbc.queryForMap("select * from token_limit where token_id = ?", id.value()))
                .containsEntry("contract_id", hotel.value())
                .containsEntry("down_kbit", 10_000)
                .containsEntry("up_kbit", 2_000)
                .containsEntry("idle_minutes", 30)
                .containsEntry("traffic_megabytes", 5_000)
                .containsEntry("octets", 123_456L);
    }

    @Test
    void whatMayChangeIsWrittenAndNothingElseIs() {
        TokenRow inserted = row(0, DEVICE, Annulment.MOVED_TO_NEW_MAC);
        insert(inserted);
        TokenRow after = row(60, OTHER, Annulment.BY_HAND);
        assertThat(jdbc.update(TokenMapping.UPDATE, TokenMapping.toUpdate(after)))
                .isOne();
        assertThat(read())
                .usingRecursiveComparison()
                .ignoringFields("generatedAt", "version")
                .isEqualTo(after);
        assertThat(read().generatedAt()).isEqualTo(MADE);
        assertThat(read().version()).isEqualTo(5);
        assertThat(jdbc.update(TokenMapping.UPDATE, TokenMapping.toUpdate(after)))
                .as("of the version before")
                .isZero();
    }

    private static Timestamp hours(int number) {
        return Timestamp.valueOf(InstantConverter.toUtc(MADE.plus(number, ChronoUnit.HOURS)));
    }

    private void insert(TokenRow row) {
        jdbc.update(TokenMapping.INSERT, TokenMapping.toInsert(row));
        jdbc.update(LimitMapping.INSERT, LimitMapping.toInsert(row));
    }

    private TokenRow read() {
        List<TokenRow> found =
                jdbc.query(TokenMapping.SELECT + "where id = ?", (row, number) -> TokenMapping.read(row), id.value());
        return found.getFirst();
    }

    private TokenRow row(int minutes, MacAddress mac, Annulment annulment) {
        Instant made = MADE.plus(minutes, ChronoUnit.MINUTES);
        return new TokenRow(
                id,
                hotel,
                new TokenCode("100123456789"),
                Reuse.MULTI_USE,
                7,
                TokenState.ANNULLED,
                "room 12",
                "B-4711",
                made,
                "hotel-desk",
                made.plus(1, ChronoUnit.HOURS),
                mac,
                made.plus(2, ChronoUnit.HOURS),
                made.plus(3, ChronoUnit.HOURS),
                made.plus(4, ChronoUnit.HOURS),
                annulment,
                before,
                made.plus(5, ChronoUnit.HOURS),
                4,
                new TokenRow.Limited(new Limits(10_000, 2_000, 30, 5_000), 123_456L),
                null);
    }

    /** Nodes of the release before read the table too. */
    @Test
    void whatIsUsedUpIsKeptInAWordOfTheReleaseBefore() {
        insert(usedUp());
        assertThat(read().annulment()).isEqualTo(Annulment.USED_UP);
        assertThat(jdbc.queryForMap("select annulment from token where id = ?", id.value()))
                .containsEntry("annulment", "EXPIRED");
    }

    private TokenRow usedUp() {
        return new TokenRow(
                id,
                hotel,
                new TokenCode("100123456788"),
                Reuse.MULTI_USE,
                7,
                TokenState.ANNULLED,
                null,
                null,
                MADE,
                "hotel-desk",
                null,
                null,
                null,
                null,
                MADE,
                Annulment.USED_UP,
                null,
                null,
                1,
                TokenRow.Limited.NOT,
                null);
    }
}
