package dev.propusk.token.activate;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contracts;
import dev.propusk.data.Atomic;
import dev.propusk.security.ContractId;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.CodeNotAcceptedException.Refusal;
import dev.propusk.token.Token;
import dev.propusk.token.TokenActivated;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenMoved;
import dev.propusk.token.TokenNotFoundException;
import dev.propusk.token.TokenState;
import dev.propusk.token.WrongTokenStateException;
import dev.propusk.token.store.MultiUseCodes;
import dev.propusk.token.store.TokenTable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The transactions behind {@link Activation}. */
@Component
class ActivationTransaction {
    private final TokenTable tokens;
    private final MultiUseCodes multiUse;
    private final Contracts contracts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ActivationTransaction(
            TokenTable tokens,
            MultiUseCodes multiUse,
            Contracts contracts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tokens = tokens;
        this.multiUse = multiUse;
        this.contracts = contracts;
        this.events = events;
        this.clock = clock;
    }

    @Atomic
    <T> T activate(
            ContractId contract,
            TokenCode code,
            MacAddress device,
            TokenId copy,
            boolean byHand,
            Function<Token, T> then) {
        contracts.requireOpen(contract);
        Instant now = clock.instant();
        KnownTokens known = new KnownTokens(tokens.findForDevice(contract, code, device));
        return then.apply(known.live(now).orElseGet(() -> enter(known, contract, code, device, copy, byHand, now)));
    }

    private Token enter(
            KnownTokens known,
            ContractId contract,
            TokenCode code,
            MacAddress device,
            TokenId copy,
            boolean byHand,
            Instant now) {
        Token unused = known.ready(now).orElseThrow(() -> new CodeNotAcceptedException(whyNot(contract, code)));
        if (known.barReturn(now)) {
            throw new CodeNotAcceptedException(Refusal.ENDED);
        }
        Token activated = switch (unused.reuse()) {
            case SINGLE_USE -> use(unused, device, now);
            case MULTI_USE -> copy(unused, copy, device, now);
        };
        events.publishEvent(new TokenActivated(
                contract,
                activated.id(),
                activated.reuse(),
                device,
                activated.expiresAt().orElse(null),
                byHand));
        return activated;
    }

    private Token use(Token unused, MacAddress device, Instant now) {
        unused.activate(device, now);
        tokens.update(unused);
        return unused;
    }

    private Token copy(Token unused, TokenId copy, MacAddress device, Instant now) {
        try {
            if (!multiUse.hold(unused.contract(), unused.code(), copy.value())) {
                throw new CodeNotAcceptedException(Refusal.ENDED);
            }
        } catch (DuplicateKeyException e) {
            throw e;
        } catch (DataIntegrityViolationException e) {
            throw new CodeNotAcceptedException(Refusal.ENDED);
        }
        Token activated = unused.copyFor(copy, device, now);
        tokens.insert(List.of(activated));
        return activated;
    }

    /** Asked for every refusal alike, so that its time tells nothing. */
    private Refusal whyNot(ContractId contract, TokenCode code) {
        return new KnownTokens(tokens.findFamily(contract, code, 1)).whyNot(clock.instant());
    }

    @Atomic
    Token move(ContractId contract, TokenId id, TokenId successor, MacAddress newMac) {
        contracts.requireOpen(contract);
        Instant now = clock.instant();
        Token token = tokens.find(contract, id).orElseThrow(TokenNotFoundException::new);
        MacAddress oldMac = token.mac().orElseThrow(() -> new WrongTokenStateException(id, token.state(now)));
        for (Token known : tokens.findForDevice(contract, token.code(), newMac)) {
            if (known.mac().isPresent()) {
                makeRoom(known, now);
                tokens.update(known);
            }
        }
        Token moved = token.moveTo(successor, newMac, now);
        tokens.update(token);
        tokens.insert(List.of(moved));
        events.publishEvent(new TokenMoved(
                contract, id, successor, oldMac, newMac, moved.expiresAt().orElse(null)));
        return moved;
    }

    /** What has ended by its term keeps the new address from the same code until it is annulled. */
    private static void makeRoom(Token known, Instant now) {
        switch (known.state(now)) {
            case ACTIVE -> throw new WrongTokenStateException(known.id(), TokenState.ACTIVE);
            case ANNULLED -> known.settle(now);
            case UNUSED -> throw new IllegalStateException("An unused token has no device");
        }
    }
}
