package dev.propusk.gateway.session;

import dev.propusk.base.AddressBlock;
import dev.propusk.gateway.session.HeldAddress.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All addresses that a device had in a session. A report that names none of a kind says nothing about that kind. */
record HeldAddresses(List<HeldAddress> all) {
    static final HeldAddresses NONE = new HeldAddresses(List.of());

    /** More in one session is no device's. */
    private static final int MOST = 64;

    HeldAddresses {
        all = List.copyOf(all);
    }

    /**
     * After one more report.
     *
     * @param began when the session did
     * @param news whether it is later than all before
     */
    HeldAddresses after(List<AddressBlock> told, Instant at, Instant began, boolean news) {
        Set<Kind> kinds = told.stream().map(HeldAddress::kind).collect(Collectors.toSet());
        List<HeldAddress> now = new ArrayList<>();
        for (HeldAddress held : all) {
            now.add(kinds.contains(held.kind()) ? stillThere(held, told.contains(held.block()), at, news) : held);
        }
        told.stream()
                .distinct()
                .filter(block -> all.stream().noneMatch(held -> held.block().equals(block)))
                .limit(Math.max(0, MOST - all.size()))
                .forEach(block -> now.add(found(block, at, began, news)));
        return new HeldAddresses(now);
    }

    private static HeldAddress stillThere(HeldAddress held, boolean told, Instant at, boolean news) {
        if (!told) {
            return news && held.gone() == null ? held.goneAt(at) : held;
        }
        return held.gone() != null && at.isAfter(held.gone()) ? held.goneAt(news ? null : at) : held;
    }

    private HeldAddress found(AddressBlock block, Instant at, Instant began, boolean news) {
        boolean first = all.stream().noneMatch(held -> held.kind() == HeldAddress.kind(block));
        return new HeldAddress(block, first ? began : at, first || news ? null : at);
    }
}
