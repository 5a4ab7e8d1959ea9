package dev.propusk.token.end;

import org.springframework.stereotype.Component;

/** The jobs, for tests outside this package to run when they want. */
@Component
public class TokenJobs {
    private final Expiry expiry;
    private final CodeCloser codeCloser;
    private final TokensOfClosedContracts closedContracts;

    TokenJobs(Expiry expiry, CodeCloser codeCloser, TokensOfClosedContracts closedContracts) {
        this.expiry = expiry;
        this.codeCloser = codeCloser;
        this.closedContracts = closedContracts;
    }

    /** Returns how many tokens were annulled. */
    public int annulDue() {
        return expiry.annulDue();
    }

    public void finishAbandoned() {
        codeCloser.finishAbandoned();
    }

    public void endLeftOver() {
        closedContracts.endLeftOver();
    }
}
