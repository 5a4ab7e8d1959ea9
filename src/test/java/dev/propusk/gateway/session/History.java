package dev.propusk.gateway.session;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.gateway.session.AccountingReport.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Some hours of several NAS, and what arrives of what they report: packets are lost, doubled, late and in another order;
 * clocks are wrong; NAS start anew, use their ids again, and give addresses of both families to one device
 * after the other. Devices are at several of them in turn and at once.
 */
final class History {
    static final Instant BEGIN = Instant.parse("2026-12-01T08:00:00Z");
    static final int INTERIM = 300;

    private static final int DEVICES = 5;
    private static final int HOURS = 6;

    /** What truly was. */
    static final class Stay {
        final Equipment nas;
        final String id;
        final MacAddress device;
        final AddressBlock address;
        final Instant from;
        /** Its reports that arrived, by the time of which they tell. */
        final List<Sent> arrived = new ArrayList<>();

        Instant until;
        boolean hasStop;

        Stay(Equipment nas, String id, MacAddress device, AddressBlock address, Instant from, Instant until) {
            this.nas = nas;
            this.id = id;
            this.device = device;
            this.address = address;
            this.from = from;
            this.until = until;
        }

        long octets(Instant at) {
            return Duration.between(from, at).toSeconds() * nas.speed;
        }
    }

    /** One NAS and its ways. */
    static final class Equipment {
        final NasName name;
        /** What it hands out begins like this. */
        final String network;

        final boolean tellsEvents;
        final boolean tellsDelays;
        final boolean tellsGigawords;
        final long speed;
        final Duration clock;
        int lastId;

        Equipment(int number, Random random) {
            name = new NasName(AddressBlock.read("192.0.2." + (1 + number % 2)).orElseThrow(), null, "ap" + number);
            network = number == 1 ? "2001:db8:5::" : "10.5.50.";
            tellsEvents = random.nextBoolean();
            tellsDelays = random.nextBoolean();
            tellsGigawords = random.nextBoolean();
            speed = random.nextBoolean() ? 1_000 : 800_000;
            clock = random.nextBoolean()
                    ? Duration.ZERO
                    : Duration.ofSeconds(random.nextInt(-1_000_000_000, 1_000_000_000));
        }

        boolean tellsHowLate() {
            return tellsEvents || tellsDelays;
        }
    }

    /** @param stay null: the NAS started anew */
    record Sent(@Nullable Stay stay, Equipment nas, Kind kind, Instant at, Instant arrival) {
        AccountingReport report() {
            Stay told = Objects.requireNonNull(stay);
            Duration lasted = kind == Kind.START ? null : Duration.between(told.from, at);
            long octets = told.octets(at);
            return new AccountingReport(
                    kind,
                    nas.name,
                    told.id,
                    told.device,
                    told.device.toString(),
                    null,
                    "Polar",
                    List.of(told.address),
                    nas.tellsGigawords ? new Octets(octets, true) : new Octets(octets & 0xFFFF_FFFFL, false),
                    Octets.NONE,
                    times(lasted),
                    null);
        }

        ReportedTimes times(@Nullable Duration lasted) {
            return new ReportedTimes(
                    nas.tellsDelays
                            ? Duration.ofSeconds(Duration.between(at, arrival).toSeconds())
                            : null,
                    nas.tellsEvents ? Instant.ofEpochSecond(at.plus(nas.clock).getEpochSecond()) : null,
                    lasted == null ? null : Duration.ofSeconds(lasted.toSeconds()));
        }
    }

    final List<Equipment> equipment = new ArrayList<>();
    final List<Stay> stays = new ArrayList<>();
    /** In the order of arrival. */
    final List<Sent> arrivals = new ArrayList<>();

    private final Random random;
    private final double loss;

    History(long seed) {
        random = new Random(seed);
        loss = random.nextInt(4) * 0.07;
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            Equipment nas = new Equipment(i, random);
            equipment.add(nas);
            live(nas);
        }
        arrivals.sort(Comparator.comparing(Sent::arrival));
    }

    private void live(Equipment nas) {
        // on time, so that its clock is known
        arrivals.add(new Sent(null, nas, Kind.START, BEGIN, BEGIN.plusMillis(random.nextInt(900))));
        Instant up = BEGIN;
        while (up.isBefore(BEGIN.plus(Duration.ofHours(HOURS)))) {
            Instant down = up.plusSeconds(random.nextInt(3_000, HOURS * 3_600));
            nas.lastId = random.nextBoolean() ? 0 : nas.lastId;
            List<Stay> here = new ArrayList<>();
            for (int i = 0; i < DEVICES; i++) {
                visits(nas, i, up, down, here);
            }
            here.forEach(stay -> share(stay, here));
            here.forEach(this::report);
            up = down.plusSeconds(random.nextInt(20, 200));
            deliver(new Sent(null, nas, Kind.START, up, up));
        }
    }

    /** One after the other; some with the same id again, some at once. */
    private void visits(Equipment nas, int number, Instant up, Instant down, List<Stay> here) {
        MacAddress device = new MacAddress(0x0200_0000_0000L + number);
        Instant from = up.plusSeconds(random.nextInt(5, 2_000)).plusMillis(random.nextInt(1_000));
        String id = nextId(nas, number);
        while (from.isBefore(down.minusSeconds(30))) {
            Instant until = from.plusSeconds(random.nextInt(nas.tellsHowLate() ? 20 : 70, 6_000));
            boolean cut = !until.isBefore(down);
            Stay stay = new Stay(nas, id, device, address(nas, number), from, cut ? down : until);
            stay.hasStop = !cut;
            here.add(stay);
            from = stay.until.plusSeconds(random.nextInt(3) == 0 ? 4 : random.nextInt(90, 3_000));
            // within a minute nothing but its Stop or the next Start tells the one from the other
            boolean isShort = Duration.between(stay.from, stay.until).toSeconds() < 70;
            id = random.nextInt(3) == 0 && !isShort ? id : nextId(nas, number);
        }
    }

    private String nextId(Equipment nas, int number) {
        return "8000%02d%02d".formatted(number, ++nas.lastId % 100);
    }

    private AddressBlock address(Equipment nas, int number) {
        return AddressBlock.read(nas.network + (10 + (random.nextInt(3) == 0 ? 99 : number)))
                .orElseThrow();
    }

    /** An address is one device's at a time: what would take it from another one has its own. */
    private void share(Stay stay, List<Stay> here) {
        boolean taken = here.stream()
                .anyMatch(other -> other != stay
                        && other.address.equals(stay.address)
                        && !other.device.equals(stay.device)
                        && other.from.minusSeconds(30).isBefore(stay.until)
                        && stay.from.minusSeconds(30).isBefore(other.until));
        if (taken) {
            Stay other = new Stay(stay.nas, stay.id, stay.device, own(stay), stay.from, stay.until);
            other.hasStop = stay.hasStop;
            here.set(here.indexOf(stay), other);
        }
    }

    private static AddressBlock own(Stay stay) {
        return AddressBlock.read(stay.nas.network + (10 + (stay.device.bits() & 0xFF)))
                .orElseThrow();
    }

    private void report(Stay stay) {
        stays.add(stay);
        deliver(new Sent(stay, stay.nas, Kind.START, stay.from, stay.from));
        for (Instant at = stay.from.plusSeconds(INTERIM); at.isBefore(stay.until); at = at.plusSeconds(INTERIM)) {
            deliver(new Sent(stay, stay.nas, Kind.INTERIM, at, at));
        }
        if (stay.hasStop) {
            deliver(new Sent(stay, stay.nas, Kind.STOP, stay.until, stay.until));
        }
    }

    private void deliver(Sent sent) {
        if (random.nextDouble() < loss) {
            return;
        }
        arrive(sent);
        if (random.nextInt(12) == 0) {
            arrive(sent);
        }
    }

    /** Who says how late it is may be late by hours, as long as others come on time. */
    private void arrive(Sent sent) {
        boolean others = sent.at.isBefore(BEGIN.plus(Duration.ofHours(HOURS - 2)));
        int late = others && sent.nas.tellsHowLate() && random.nextInt(10) == 0
                ? random.nextInt(sent.stay == null ? 10_000 : 8_000_000)
                : random.nextInt(1_500);
        Sent arrived = new Sent(sent.stay, sent.nas, sent.kind, sent.at, sent.at.plusMillis(late));
        arrivals.add(arrived);
        if (sent.stay != null) {
            sent.stay.arrived.add(arrived);
        }
    }
}
