package dev.propusk.security.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.propusk.PropuskTest;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Many who sign in at once leave the machine to the others (door 2). */
@PropuskTest
class PanelPasswordsTest {
    @Autowired
    PasswordEncoder passwords;

    private final AtomicInteger reading = new AtomicInteger();
    private final AtomicInteger readByRequests = new AtomicInteger();
    private final CountDownLatch go = new CountDownLatch(1);

    @Test
    void ofAllPasswordsTwoAreLookedAtAtOnceAndNoneByAThreadThatAnswersRequests() throws Exception {
        String stored = passwords.encode("right");
        List<Thread> requests = IntStream.range(0, 6)
                .mapToObj(i -> Thread.ofVirtual().start(() -> passwords.matches(new Watched(), stored)))
                .toList();
        await().until(() -> reading.get() == 2 && requests.stream().allMatch(PanelPasswordsTest::waits));
        assertThat(reading).hasValue(2);
        go.countDown();
        for (Thread request : requests) {
            request.join();
        }
        assertThat(reading).hasValueGreaterThanOrEqualTo(6);
        assertThat(readByRequests).hasValue(0);
    }

    private static boolean waits(Thread request) {
        return request.getState() == Thread.State.WAITING || request.getState() == Thread.State.TIMED_WAITING;
    }

    /** Tells who reads it, and lets nobody finish before all have come. */
    private class Watched implements CharSequence {
        @Override
        public String toString() {
            reading.incrementAndGet();
            if (Thread.currentThread().isVirtual()) {
                readByRequests.incrementAndGet();
            }
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "wrong";
        }

        @Override
        public int length() {
            return "wrong".length();
        }

        @Override
        public char charAt(int index) {
            return "wrong".charAt(index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return "wrong".subSequence(from, to);
        }
    }
}
