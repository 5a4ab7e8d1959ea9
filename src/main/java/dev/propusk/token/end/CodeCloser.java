package dev.propusk.token.end;

import dev.propusk.data.DatabaseNews;
import dev.propusk.token.TokenEnd;
import dev.propusk.token.TokenId;
import dev.propusk.token.store.TokenTable;
import dev.propusk.work.Job;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends multi-use codes: first the unused token, then, if asked, the devices. */
@Component
class CodeCloser {
    private static final Logger log = LoggerFactory.getLogger(CodeCloser.class);
    private static final int BATCH = 100;
    private static final Duration ABANDONED = Duration.ofSeconds(10);

    private final CodeClosings closings;
    private final AnnulmentTransaction transaction;
    private final TokenTable tokens;
    private final DatabaseNews news;

    CodeCloser(CodeClosings closings, AnnulmentTransaction transaction, TokenTable tokens, DatabaseNews news) {
        this.tokens = tokens;
        this.news = news;
        this.closings = closings;
        this.transaction = transaction;
    }

    void close(CodeClosing closing) {
        closings.begin(closing);
        finish(closing);
    }

    private void finish(CodeClosing closing) {
        transaction.end(closing.contract(), closing.token(), closing.how());
        if (closing.devices()) {
            endDevices(closing);
        }
        closings.done(closing);
    }

    private void endDevices(CodeClosing closing) {
        TokenEnd how = new TokenEnd(closing.how().reason(), false, null);
        List<TokenId> devices = active(closing);
        while (!devices.isEmpty()) {
            devices.forEach(device -> transaction.end(closing.contract(), device, how));
            devices = active(closing);
        }
    }

    private List<TokenId> active(CodeClosing closing) {
        return tokens.findActiveIds(closing.contract(), closing.code(), BATCH);
    }

    /** Goes on with what a node began and did not finish; one that can't be finished keeps no other waiting. */
    @Job(value = "abandoned-closings", every = "${propusk.sweep-interval}", longest = "1h")
    void finishAbandoned() {
        for (CodeClosing closing : closings.abandoned(ABANDONED)) {
            try {
                log.info("Finishing the end of a code of contract {}", closing.contract());
                finish(closing);
            } catch (RuntimeException e) {
                if (!news.take(e)) {
                    log.warn("A code of contract {} could not be ended", closing.contract(), e);
                }
                closings.putOff(closing, ABANDONED);
            }
        }
    }
}
