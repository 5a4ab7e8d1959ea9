package dev.propusk.support;

import dev.propusk.base.MacAddress;
import dev.propusk.token.Reuse;
import dev.propusk.token.Token;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says where an answer is weak. */
final class Doubts {
    private Doubts() {}

    static Set<Doubt> about(List<Finding> findings, @Nullable MacAddress asked, boolean more) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        List<MacAddress> devices = findings.stream()
                .map(Finding::token)
                .map(Token::mac)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        when(
                doubts,
                Doubt.MULTI_USE,
                findings.stream().anyMatch(found -> found.token().reuse() == Reuse.MULTI_USE));
        when(
                doubts,
                Doubt.PRIVATE_MAC,
                devices.stream().anyMatch(MacAddress::isPrivate) || (asked != null && asked.isPrivate()));
        when(doubts, Doubt.SEVERAL_DEVICES, devices.size() > 1);
        when(
                doubts,
                Doubt.MOVED,
                findings.stream().anyMatch(found -> found.movedTo() != null || found.movedFrom() != null));
        when(
                doubts,
                Doubt.NO_SESSION,
                findings.stream()
                        .filter(found -> found.token().mac().isPresent())
                        .anyMatch(found -> found.sessions().isEmpty()));
        when(
                doubts,
                Doubt.LAST_HEARD,
                findings.stream().flatMap(found -> found.sessions().stream()).anyMatch(seen -> !seen.isSure()));
        when(doubts, Doubt.MORE, more);
        return doubts;
    }

    private static void when(Set<Doubt> doubts, Doubt doubt, boolean holds) {
        if (holds) {
            doubts.add(doubt);
        }
    }
}
