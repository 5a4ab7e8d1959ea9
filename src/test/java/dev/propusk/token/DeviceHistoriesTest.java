package dev.propusk.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Limits;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 23, and what rules 4, 10, 11 and 17 say of such a token: whatever happens in whatever order, against plain sets. */
class DeviceHistoriesTest extends CodesForDevices {
    private static final int HISTORIES = 200;
    private static final int STEPS = 24;
    private static final int ADDRESSES = 7;

    private Contract cafe;

    @BeforeEach
    void openAnotherNetwork() {
        cafe = contracts.open();
    }

    @Test
    void eachHistoryEndsAsAPlainModelSays() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            new History(new Random(seed), "history " + seed).run();
        }
    }

    /** What is to be expected of one code. */
    private static final class Model {
        private final int devices;
        private final Set<Integer> places = new HashSet<>();
        private final Set<Integer> live = new TreeSet<>();
        private final Set<Integer> known = new HashSet<>();
        private final Set<Integer> barred = new HashSet<>();
        private boolean usedUp;
        private boolean closed;

        Model(int devices) {
            this.devices = devices;
        }

        boolean enter(int device) {
            if (live.contains(device)) {
                return true;
            }
            boolean ready = !closed && (!usedUp || known.contains(device));
            if (!ready || barred.contains(device) || (!places.contains(device) && places.size() == devices)) {
                return false;
            }
            places.add(device);
            known.add(device);
            live.add(device);
            usedUp |= places.size() == devices;
            return true;
        }

        boolean move(int from, int to) {
            if (!live.contains(from) || live.contains(to)) {
                return false;
            }
            live.remove(from);
            places.remove(from);
            places.add(to);
            known.add(to);
            live.add(to);
            return true;
        }

        void leave(int device) {
            live.remove(device);
        }

        void end(int device) {
            if (live.remove(device)) {
                barred.add(device);
            }
        }

        void close() {
            closed = true;
            barred.addAll(live);
            live.clear();
        }
    }

    private final class History {
        private final Random random;
        private final String name;
        private final Token token;
        private final Model model;
        private final List<MacAddress> addresses =
                Stream.generate(TestContracts::device).limit(ADDRESSES).toList();

        History(Random random, String name) {
            this.random = random;
            this.name = name;
            model = new Model(Uses.MIN_DEVICES + random.nextInt(3));
            TokenRequest request =
                    new TokenRequest(1, Uses.of(model.devices), Term.ofDays(30), null, null, Limits.NONE);
            token = asOwner(
                    () -> generation.generate(hotel.id(), request).tokens().getFirst());
        }

        void run() {
            for (int i = 0; i < STEPS; i++) {
                step();
                clock.advance(Duration.ofMinutes(random.nextInt(3)));
                assertThat(live()).as(name).isEqualTo(model.live);
                assertThat(model.live).hasSizeLessThanOrEqualTo(model.devices);
            }
            Token unused = get(token);
            assertThat(unused.devicesEntered()).as(name).isEqualTo(model.places.size());
            assertThat(unused.state(clock.instant()) == TokenState.UNUSED)
                    .as(name)
                    .isEqualTo(!model.usedUp && !model.closed);
            assertThat(unused.isUsedUp()).as(name).isEqualTo(model.usedUp);
            annul(token);
            assertThat(unused()).as(name).isZero();
        }

        private void step() {
            int device = random.nextInt(ADDRESSES);
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3, 4, 5, 6, 7, 8 ->
                    assertThat(accepted(token.code(), addresses.get(device)))
                            .as(name)
                            .isEqualTo(model.enter(device));
                case 9, 10, 11, 12 -> {
                    otherNetworks.deviceConnected(cafe.id(), addresses.get(device), elsewhere -> true);
                    model.leave(device);
                }
                case 13, 14, 15, 16, 17 -> move(device, random.nextInt(ADDRESSES));
                case 18 -> {
                    row(device).forEach(row -> asOwner(() -> ending.annul(hotel.id(), row.id(), false)));
                    model.end(device);
                }
                default -> {
                    if (random.nextInt(4) == 0) {
                        annul(token);
                        // one that is used up has ended already
                        model.close();
                    }
                }
            }
        }

        private void move(int from, int to) {
            List<Token> row = row(from);
            boolean moves = model.move(from, to);
            if (!row.isEmpty()) {
                assertThat(moved(row.getFirst(), addresses.get(to))).as(name).isEqualTo(moves);
            }
        }

        private List<Token> row(int device) {
            return family().stream()
                    .filter(row ->
                            row.mac().filter(addresses.get(device)::equals).isPresent())
                    .filter(row -> row.state(clock.instant()) == TokenState.ACTIVE)
                    .toList();
        }

        private Set<Integer> live() {
            return IntStream.range(0, ADDRESSES)
                    .filter(device -> !row(device).isEmpty())
                    .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
        }

        private List<Token> family() {
            return asOwner(() -> tokens.family(hotel.id(), token.code()));
        }
    }

    private boolean moved(Token row, MacAddress to) {
        try {
            move(row, to);
            return true;
        } catch (WrongTokenStateException e) {
            return false;
        }
    }
}
