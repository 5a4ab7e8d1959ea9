package dev.propusk.support.ui;

import dev.propusk.base.Dates;
import dev.propusk.base.MacAddress;
import dev.propusk.base.ZoneName;
import dev.propusk.contract.Contract;
import dev.propusk.identification.Slowdown;
import dev.propusk.support.Reason;
import dev.propusk.token.Token;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Explains a reason in a sentence or two, in the time zone of the contract that it is about. */
record ReasonWords(BiFunction<String, Object[], String> texts, Instant now) {
    String explain(Reason reason) {
        Token token = reason.token();
        Contract contract = reason.contract();
        Slowdown slowdown = reason.slowdown();
        if (slowdown != null && contract != null) {
            return text(
                    "why.slowed." + slowdown.source() + "." + slowdown.whose(),
                    contract.number() + ", " + contract.name(),
                    time(Optional.of(wholeMinute(slowdown.until())), contract.zone()));
        }
        if (token == null || contract == null) {
            return text("why.explained." + reason.kind());
        }
        ZoneId zone = contract.zone();
        return text(
                "why.explained." + reason.kind(),
                token.code().grouped(),
                contract.number() + ", " + contract.name(),
                token.mac().map(MacAddress::toString).orElse("–"),
                time(token.activatedAt(), zone),
                end(token, zone),
                text("contract.status." + contract.status()),
                token.uses().devices());
    }

    private String end(Token token, ZoneId zone) {
        return token.annulment(now)
                .map(reason -> time(token.annulledAt(now), zone) + ", " + text("token.annulment." + reason))
                .or(() -> token.expiresAt().map(end -> text("why.until", time(Optional.of(end), zone))))
                .orElseGet(() -> text("why.no-end"));
    }

    private String time(Optional<Instant> time, ZoneId zone) {
        return time.map(at ->
                        Dates.formatter(this::text, ", HH:mm").format(at.atZone(zone)) + " (" + ZoneName.of(zone) + ")")
                .orElse("–");
    }

    /** Not before it: whoever tries then is not too early. */
    private static Instant wholeMinute(Instant time) {
        Instant minute = time.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(time) ? time : minute.plus(1, ChronoUnit.MINUTES);
    }

    private String text(String key, @Nullable Object... values) {
        return texts.apply(key, values);
    }
}
