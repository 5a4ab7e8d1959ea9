package dev.propusk.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.TestContracts;
import dev.propusk.support.Certificates;
import dev.propusk.token.Token;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;

/** Those of tokens and certificates, which the journal contradicts. */
abstract class TokenForgeries extends ForgedHotel {
    @Autowired
    Certificates certificates;

    void ofTokens(Map<String, Supplier<List<String>>> all) {
        all.put("changes a token's device", () -> {
            device = TestContracts.device();
            sql(
                    "update token set mac = ? where id = ?",
                    device.bytes(),
                    token.id().value());
            return answer();
        });
        all.put(
                "changes when a token was activated",
                () -> answerAfter("update token set activated_at = activated_at - interval 1 day where id = ?"));
        all.put(
                "puts a token's end off",
                () -> answerAfter("update token set expires_at = expires_at + interval 1 day where id = ?"));
        all.put("moves a token to another contract", () -> {
            sql(
                    "update token set contract_id = ? where id = ?",
                    contracts.open().id().value(),
                    token.id().value());
            return answer();
        });
        all.put("makes a token active", () -> {
            activate(unused());
            return answer();
        });
        all.put("makes a token active and puts its entry in", () -> {
            Token forged = unused();
            activate(forged);
            UUID entry = insert(clock.instant(), "token.activated", "{\"mac\":\"" + device + "\"}");
            sql(
                    "update journal set subject = ?, contract_id = ? where id = ?",
                    forged.id().value(),
                    hotel.id().value(),
                    entry);
            return answer();
        });
        all.put("changes a certificate", () -> {
            asSupport(() -> certificates.make(question(), Locale.ENGLISH));
            String number = jdbc.sql("select number from certificate order by id desc limit 1")
                    .query(String.class)
                    .single();
            String checksum = jdbc.sql("select checksum from certificate where number = ?")
                    .param(number)
                    .query(String.class)
                    .single();
            assertThat(asSupport(() -> certificates.verify(number, checksum)).genuine())
                    .isPresent();
            sql("update certificate set content = replace(content, ?, 'AA:AA:AA:AA:AA:AA')", device.toString());
            return List.of(asSupport(() -> certificates.verify(number, checksum))
                    .kind()
                    .name());
        });
    }

    private void activate(Token forged) {
        device = TestContracts.device();
        sql(
                "update token set state = 'ACTIVE', mac = ?, activated_at = ?, expires_at = ? where id = ?",
                device.bytes(),
                utc(clock.instant()),
                utc(clock.instant().plus(Duration.ofDays(7))),
                forged.id().value());
    }

    private List<String> answerAfter(String sql) {
        sql(sql, token.id().value());
        return answer();
    }
}
