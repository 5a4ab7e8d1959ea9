package dev.propusk.token.ui.part;

import dev.propusk.panel.Notices;
import dev.propusk.panel.ProgressDialog;
import dev.propusk.token.Token;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Does the same with each of the chosen tokens. One that is refused keeps none of the others from it. */
final class EachToken implements ProgressDialog.Work {
    /** With more than this there is a bar to look at. */
    private static final int MANY = 20;

    private final TokenWords words;
    private final List<Token> chosen;
    private final Consumer<Token> action;
    private final String doneKey;
    private final Runnable then;
    private final Queue<Refusal> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger tried = new AtomicInteger();

    /**
     * @param doneKey of what is said of those that it was done with
     * @param then called after it, however it went
     */
    EachToken(TokenWords words, List<Token> chosen, Consumer<Token> action, String doneKey, Runnable then) {
        this.words = words;
        this.chosen = List.copyOf(chosen);
        this.action = action;
        this.doneKey = doneKey;
        this.then = then;
    }

    void start() {
        if (chosen.size() > MANY) {
            ProgressDialog.show(this);
        } else {
            ProgressDialog.runUnwatched(this);
        }
    }

    @Override
    public void run() {
        for (Token token : chosen) {
            Refusal.to(() -> action.accept(token)).ifPresent(refused::add);
            tried.incrementAndGet();
        }
    }

    @Override
    public String title() {
        return words.text("token.doing");
    }

    @Override
    public int all() {
        return chosen.size();
    }

    @Override
    public int done() {
        return tried.get();
    }

    @Override
    public String soFar(int done) {
        return words.text("token.progress", done, chosen.size());
    }

    @Override
    public Optional<String> over(Future.State outcome) {
        int succeeded = tried.get() - refused.size();
        if (succeeded > 0) {
            Notices.done(words.text(doneKey, succeeded));
        }
        if (!refused.isEmpty()) {
            Notices.problem(words.text(
                    "token.refused", refused.size(), refused.element().in(words)));
        }
        if (outcome == Future.State.FAILED) {
            Notices.problem(words.text("token.broken-off", chosen.size() - tried.get()));
        }
        then.run();
        return Optional.empty();
    }
}
