package dev.propusk.token.end;

import dev.propusk.contract.ContractClosed;
import dev.propusk.contract.Contracts;
import dev.propusk.data.DatabaseNews;
import dev.propusk.security.ContractId;
import dev.propusk.token.Reuse;
import dev.propusk.token.Token;
import dev.propusk.token.TokenEnd;
import dev.propusk.token.store.TokenTable;
import dev.propusk.work.Job;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Ends the tokens of closed contracts (rule 22): at once, and again for what was under way or left over. */
@Component
public class TokensOfClosedContracts {
    private static final Logger log = LoggerFactory.getLogger(TokensOfClosedContracts.class);
    private static final int BATCH = 200;

    private final Contracts contracts;
    private final TokenTable tokens;
    private final AnnulmentTransaction transaction;
    private final CodeCloser codeCloser;
    private final DatabaseNews news;

    TokensOfClosedContracts(
            Contracts contracts,
            TokenTable tokens,
            AnnulmentTransaction transaction,
            CodeCloser codeCloser,
            DatabaseNews news) {
        this.contracts = contracts;
        this.tokens = tokens;
        this.transaction = transaction;
        this.codeCloser = codeCloser;
        this.news = news;
    }

    @TransactionalEventListener
    void contractClosed(ContractClosed event) {
        endTokens(event.contract());
    }

    @Job(value = "closed-contracts", every = "${propusk.closed-contracts-interval}", longest = "2h")
    public void endLeftOver() {
        for (ContractId contract : contracts.closed()) {
            try {
                endTokens(contract);
            } catch (RuntimeException e) {
                // the other contracts' tokens end all the same
                if (!news.take(e)) {
                    log.warn("The tokens of closed contract {} could not all be ended", contract, e);
                }
            }
        }
    }

    private void endTokens(ContractId contract) {
        List<Token> batch = tokens.findNotEnded(contract, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(this::end);
            batch = tokens.findNotEnded(contract, BATCH);
        }
    }

    private void end(Token token) {
        if (token.reuse() == Reuse.MULTI_USE && token.mac().isEmpty()) {
            codeCloser.close(
                    new CodeClosing(token.contract(), token.code(), token.id(), TokenEnd.CONTRACT_CLOSED, true));
        } else {
            transaction.end(token.contract(), token.id(), TokenEnd.CONTRACT_CLOSED);
        }
    }
}
