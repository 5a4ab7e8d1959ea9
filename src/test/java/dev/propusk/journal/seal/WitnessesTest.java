package dev.propusk.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.journal.seal.Witness.Testimony;
import dev.propusk.secrets.sign.TestAuthority;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A file and an authority are told the newest seal; the authority is run by OpenSSL. */
@PropuskTest
class WitnessesTest {
    private static TestAuthority authority;

    @TempDir
    private Path folder;

    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @Autowired
    Sealing sealing;

    @Autowired
    Seals seals;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Witnesses witnesses;

    @BeforeAll
    static void start(@TempDir Path keys) throws Exception {
        authority = new TestAuthority(keys);
    }

    @AfterAll
    static void stop() {
        authority.close();
    }

    @BeforeEach
    void choose() {
        contracts.open();
        sealing.sealSince(Instant.EPOCH);
        witnesses = new Witnesses(
                seals,
                authority.client(authority.certificates(), meters),
                meters,
                clock,
                new WitnessSettings(folder.resolve("seals.txt")),
                folder);
    }

    @AfterEach
    void isThereAgain() {
        authority.isAway(false);
    }

    @Test
    void eachIsToldTheNewestSealOnceAndSaysItAgain() {
        Seal newest = seals.newest().orElseThrow();
        witnesses.tell();
        witnesses.tell();
        assertThat(witnesses.testimonies()).containsExactly(new Testimony(newest, true), new Testimony(newest, true));
    }

    @Test
    void oneThatIsAwayIsToldTheNextTimeAndItIsCounted() {
        authority.isAway(true);
        clock.advance(Duration.ofHours(3));
        witnesses.tell();
        assertThat(witnesses.testimonies()).hasSize(1);
        assertThat(failures("authority")).isOne();
        assertThat(failures("file")).isZero();
        assertThat(age("authority")).isGreaterThan(7_200);
        assertThat(age("file")).isZero();
        authority.isAway(false);
        witnesses.tell();
        assertThat(witnesses.testimonies()).hasSize(2).allMatch(Testimony::isRight);
        assertThat(age("authority")).isZero();
    }

    @Test
    void aStampUnderAnotherSealIsFound() throws Exception {
        witnesses.tell();
        Path stamps = folder.resolve("journal-stamps.txt");
        Seal newest = seals.newest().orElseThrow();
        Seal other = new Seal(newest.number(), newest.sealedAt(), 1, 1, newest.previous(), "a".repeat(64));
        Files.writeString(stamps, Files.readString(stamps).replace(newest.line(), other.line()));
        assertThat(witnesses.testimonies()).contains(new Testimony(other, false));
    }

    @Test
    void aLineThatAFullDiskBrokeOffTakesNoOtherWithIt() throws Exception {
        Path file = folder.resolve("seals.txt");
        Seal newest = seals.newest().orElseThrow();
        Seal older = new Seal(newest.number(), newest.sealedAt(), 1, 1, newest.previous(), "a".repeat(64));
        Files.writeString(file, older.line() + "\n" + newest.line().substring(0, 30) + "\n" + "\u0000".repeat(200_000));
        witnesses.tell();
        witnesses.tell();
        assertThat(failures("file")).isZero();
        assertThat(new FileWitness(file).testimonies())
                .containsExactly(new Testimony(older, true), new Testimony(newest, true));
    }

    @Test
    void oneThatCanNotWriteIsCountedAndKeepsNothingFromTheOther() throws Exception {
        Files.createDirectory(folder.resolve("seals.txt"));
        witnesses.tell();
        assertThat(failures("file")).isOne();
        assertThat(failures("authority")).isZero();
        assertThat(witnesses.testimonies()).hasSize(1);
    }

    @Test
    void nobodyIsToldUnlessSet() {
        Witnesses none = new Witnesses(
                seals,
                TestAuthority.none(meters),
                meters,
                clock,
                new WitnessSettings(Path.of("")),
                folder.resolve("none"));
        none.tell();
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(none.testimonies()).isEqualTo(List.of());
    }

    private double failures(String witness) {
        return meters.counter("propusk.seal.witness.failures", "witness", witness)
                .count();
    }

    private double age(String witness) {
        return meters.get("propusk.seal.witness.age")
                .tag("witness", witness)
                .gauge()
                .value();
    }
}
