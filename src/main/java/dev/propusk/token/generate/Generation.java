package dev.propusk.token.generate;

import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.KeyScope;
import dev.propusk.security.StaffOnly;
import dev.propusk.token.Quota;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.UnusedLimitExceededException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Makes tokens: 1..200 at a time, all or none (rule 2). */
@Service
public class Generation {
    private final GenerationTransaction transaction;
    private final CurrentUser currentUser;

    Generation(GenerationTransaction transaction, CurrentUser currentUser) {
        this.transaction = transaction;
        this.currentUser = currentUser;
    }

    /**
     * Generates all tokens of the order, or none (rule 2).
     *
     * @throws UnusedLimitExceededException where so many more would be above the limit; nothing is generated (rule 13)
     * @throws dev.propusk.contract.WrongContractStatusException where the contract is not open (rule 22)
     */
    @StaffOnly(keys = KeyScope.TOKENS_WRITE)
    public Generated generate(ContractId contract, TokenRequest request) {
        return transaction.generate(
                contract, ids(request), request, currentUser.actor().name());
    }

    /** As {@link #generate}, as part of what is done once for a request. */
    @StaffOnly(keys = KeyScope.TOKENS_WRITE)
    public Generated generateWithin(ContractId contract, TokenRequest request) {
        return transaction.generateWithin(
                contract, ids(request), request, currentUser.actor().name());
    }

    private static List<TokenId> ids(TokenRequest request) {
        return Stream.generate(TokenId::next).limit(request.count()).toList();
    }

    /** What was made, and how full the contract is now. */
    public record Generated(List<Token> tokens, Quota quota) {}
}
