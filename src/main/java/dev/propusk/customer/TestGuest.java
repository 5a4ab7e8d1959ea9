package dev.propusk.customer;

import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.TrialLinks;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.identification.Attempt;
import dev.propusk.identification.Identification;
import dev.propusk.identification.TooManyGuessesException;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.UnusedLimitExceededException;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import java.net.InetAddress;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Walks the whole way of a guest in a customer's network: a token is generated, entered for the device of all trials, looked
 * up as a gateway would, and annulled. All of it stands in the journal, under the name of the administrator who asked.
 */
@Service
public class TestGuest {
    private final Generation generation;
    private final Identification identification;
    private final Annulments annulments;
    private final CurrentUser currentUser;

    TestGuest(Generation generation, Identification identification, Annulments annulments, CurrentUser currentUser) {
        this.generation = generation;
        this.identification = identification;
        this.annulments = annulments;
        this.currentUser = currentUser;
    }

    /** What came of it. */
    public enum Outcome {
        WORKS,
        /** The contract is suspended or closed. */
        CONTRACT_NOT_OPEN,
        /** No token could be generated: too many are unused. */
        LIMIT_REACHED,
        /** Too many wrong codes came lately, from whomever. */
        SLOWED,
        /** The token was entered, and yet the device may not pass. */
        NOT_LET_IN
    }

    @PreAuthorize("hasRole('ADMIN')")
    public Outcome tryIn(ContractId contract) {
        PanelUser asked = currentUser.panelUser().orElseThrow();
        PanelUser worker =
                new PanelUser(asked.account(), asked.getUsername(), "", Role.OWNER, contract, true, asked.epoch());
        return ActingAs.user(worker, () -> walk(contract));
    }

    private Outcome walk(ContractId contract) {
        try {
            Token token = generation
                    .generate(contract, new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(1), null, null))
                    .tokens()
                    .getFirst();
            try {
                identification.identify(fromHere(contract), token.code());
                return identification.find(contract, TrialLinks.DEVICE).isPresent()
                        ? Outcome.WORKS
                        : Outcome.NOT_LET_IN;
            } finally {
                annulments.annul(contract, token.id(), true);
            }
        } catch (WrongContractStatusException e) {
            return Outcome.CONTRACT_NOT_OPEN;
        } catch (UnusedLimitExceededException e) {
            return Outcome.LIMIT_REACHED;
        } catch (TooManyGuessesException e) {
            return Outcome.SLOWED;
        } catch (CodeNotAcceptedException e) {
            return Outcome.NOT_LET_IN;
        }
    }

    private static Attempt fromHere(ContractId contract) {
        return Attempt.onOpenPage(contract, new NetworkAddress(InetAddress.getLoopbackAddress()), TrialLinks.DEVICE);
    }
}
