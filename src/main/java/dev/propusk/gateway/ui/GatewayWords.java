package dev.propusk.gateway.ui;

import com.vaadin.flow.component.Component;
import dev.propusk.base.Dates;
import dev.propusk.base.NetworkAddress;
import dev.propusk.gateway.contact.Counted;
import dev.propusk.gateway.contact.Sender;
import dev.propusk.gateway.controller.ControllerState;
import dev.propusk.gateway.disconnect.Endings.Order;
import dev.propusk.gateway.radius.ErrorCause;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How pages speak of a gateway's contact, in their language and the provider's time zone. */
record GatewayWords(Component view, ZoneId zone) {
    static final String NONE = "–";
    private static final Pattern REFUSED = Pattern.compile("NAK(?: ([0-9]+))?");

    String text(String key, Object... values) {
        return view.getTranslation(key, values);
    }

    String moment(Instant at) {
        return Dates.moment(view, at, zone);
    }

    /** Where something came from: address and NAS-Identifier, as far as they are told. */
    String sender(Sender sender) {
        String all = Stream.of(sender.source(), sender.nasIdentifier())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? NONE : all;
    }

    /** When it came, from where, and what became of it. */
    String contact(Counted last) {
        return text(
                "gateway.contact.line",
                moment(last.last()),
                sender(last.sender()),
                text("gateway.contact." + last.contact()));
    }

    /** An address as a person writes it; what is none as it is. */
    static String address(String text) {
        return text.isEmpty()
                ? NONE
                : NetworkAddress.read(text).map(NetworkAddress::shown).orElse(text);
    }

    String reason(Order order) {
        return text("journal.value.reason." + order.reason());
    }

    /** How it goes with a controller that is told by its API. */
    String controller(ControllerState now) {
        if (now.failure() != null && now.failedAt() != null) {
            return text(
                    "gateway.controller.failed",
                    text("gateway.controller.failure." + now.failure()),
                    now.failures(),
                    moment(now.failedAt()));
        }
        return now.heardAt() == null
                ? text("gateway.controller.unheard")
                : text("gateway.controller.heard", moment(now.heardAt()));
    }

    /** What a gateway said to being told that a session ends. */
    String answer(Order order) {
        if (order.answer() == null) {
            return order.tries() == 0
                    ? text("gateway.ending.waits")
                    : text("gateway.ending.silent", order.tries(), moment(order.at()));
        }
        Matcher refused = REFUSED.matcher(order.answer());
        if (refused.matches()) {
            return refused(refused.group(1));
        }
        return switch (order.answer()) {
            case "OVER" -> text("gateway.ending.over");
            case "IDENTIFIED" -> text("gateway.ending.identified");
            default -> text("journal.value.answer." + order.answer());
        };
    }

    private String refused(@Nullable String number) {
        if (number == null) {
            return text("gateway.ending.nak");
        }
        return ErrorCause.of(Integer.parseInt(number))
                .map(cause -> text("gateway.ending.refused", text("gateway.ending.cause." + cause), number))
                .orElseGet(() -> text("gateway.ending.refused-otherwise", number));
    }
}
