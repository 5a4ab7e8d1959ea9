package dev.propusk.operation;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * When the application is stopped, it says so before its port closes: it is no longer ready, and goes on answering until
 * whoever spreads the calls has noticed. A command has no port, and ends when it is done.
 */
@Component
@Profile("!command")
class Drain implements SmartLifecycle {
    private final Duration pause;
    private volatile boolean isRunning;

    Drain(@Value("${propusk.drain}") Duration pause) {
        this.pause = pause;
    }

    @Override
    public void start() {
        isRunning = true;
    }

    /** Readiness was turned down just before; this comes first of all that is stopped. */
    @Override
    public void stop() {
        isRunning = false;
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
