package dev.propusk.support;

import dev.propusk.base.MacAddress;
import dev.propusk.base.typed.Typed;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.security.ContractId;
import dev.propusk.support.InvalidQuestionException.Fault;
import dev.propusk.token.TokenCode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes out what a question asks for. */
@Component
class QuestionReader {
    private final Contracts contracts;

    QuestionReader(Contracts contracts) {
        this.contracts = contracts;
    }

    Clue read(Question question) {
        if (!Question.isReason(question.reason())) {
            throw new InvalidQuestionException(Fault.REASON);
        }
        Instant from = instant(question.from(), question);
        Instant to = to(question);
        if (from != null && to != null && !to.isAfter(from)) {
            throw new InvalidQuestionException(Fault.PERIOD);
        }
        ContractId within = question.contract() == null || question.contract().isBlank()
                ? null
                : contract(question.contract()).orElseThrow(() -> new InvalidQuestionException(Fault.CONTRACT));
        return clue(Typed.plain(question.text()).strip(), within, from, to);
    }

    private Clue clue(String text, @Nullable ContractId within, @Nullable Instant from, @Nullable Instant to) {
        if (IpAddress.looksLike(text)) {
            if (from == null || to == null) {
                throw new InvalidQuestionException(Fault.ADDRESS_NEEDS_TIME);
            }
            return new Clue(null, null, null, text.toLowerCase(Locale.ROOT), within, from, to);
        }
        Optional<TokenCode> code = TokenCode.read(text);
        if (code.isPresent()) {
            return new Clue(null, null, code.get(), null, within, from, to);
        }
        Optional<MacAddress> mac = MacAddress.read(text);
        if (mac.isPresent()) {
            return new Clue(mac.get(), null, null, null, within, from, to);
        }
        Optional<ContractId> contract = contract(text);
        if (contract.isPresent()) {
            return new Clue(null, null, null, null, contract.get(), from, to);
        }
        String digits = text.replaceAll("[\\s:.\\-*…]", "").toUpperCase(Locale.ROOT);
        if (!digits.matches("[0-9A-F]{4,11}")) {
            throw new InvalidQuestionException(Fault.TEXT);
        }
        return new Clue(null, digits, null, null, within, from, to);
    }

    private Optional<ContractId> contract(String number) {
        return contracts.findByNumber(number.strip()).map(Contract::id);
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time, Question question) {
        return time == null ? null : time.atZone(question.zone()).toInstant();
    }

    /** A start alone means that minute. */
    private static @Nullable Instant to(Question question) {
        LocalDateTime from = question.from();
        return question.to() == null && from != null
                ? instant(from.plusMinutes(1), question)
                : instant(question.to(), question);
    }

    /** What is looked for; an address leads to devices first. */
    record Clue(
            @Nullable MacAddress mac,
            @Nullable String macPart,
            @Nullable TokenCode code,
            @Nullable String address,
            @Nullable ContractId contract,
            @Nullable Instant from,
            @Nullable Instant to) {}
}
