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
import dev.propusk.token.end.AnnulmentTransaction;
import dev.propusk.token.store.CodePlaces;
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
    private final CodePlaces places;
    private final AnnulmentTransaction annulments;
    private final Contracts contracts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ActivationTransaction(
            TokenTable tokens,
            MultiUseCodes multiUse,
            CodePlaces places,
            AnnulmentTransaction annulments,
            Contracts contracts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tokens = tokens;
        this.multiUse = multiUse;
        this.places = places;
        this.annulments = annulments;
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
        Token ready = known.ready(now).orElseThrow(() -> new CodeNotAcceptedException(whyNot(contract, code)));
        if (known.barReturn(now)) {
            throw new CodeNotAcceptedException(Refusal.ENDED);
        }
        Token activated = switch (ready.reuse()) {
            case SINGLE_USE -> use(ready, device, now);
            case MULTI_USE -> copy(ready, known, ready.copyFor(copy, device, now));
        };
        events.publishEvent(new TokenActivated(
                contract,
                activated.id(),
                activated.reuse(),
                device,
                activated.expiresAt().orElse(null),
                byHand));
        if (isCounted(ready) && !ready.isUsedUp() && places.areTaken(ready)) {
            annulments.usedUp(ready);
        }
        return activated;
    }

    private static boolean isCounted(Token token) {
        return token.uses().devices() != null;
    }

    private Token use(Token unused, MacAddress device, Instant now) {
        unused.activate(device, now);
        tokens.update(unused);
        return unused;
    }

    private Token copy(Token ready, KnownTokens known, Token copy) {
        try {
            if (!multiUse.hold(ready, copy.id().value())) {
                throw new CodeNotAcceptedException(Refusal.ENDED);
            }
        } catch (DuplicateKeyException e) {
            throw e;
        } catch (DataIntegrityViolationException e) {
            throw new CodeNotAcceptedException(Refusal.ENDED);
        }
        if (isCounted(ready)) {
            takePlace(known, copy);
        }
        tokens.insert(List.of(copy));
        return copy;
    }

    private void takePlace(KnownTokens known, Token copy) {
        if (known.haveADevice()) {
            places.followMoves(copy);
        }
        if (!places.take(copy)) {
            throw new CodeNotAcceptedException(Refusal.USED_UP);
        }
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
        if (isCounted(moved)) {
            places.followMoves(moved);
        }
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
