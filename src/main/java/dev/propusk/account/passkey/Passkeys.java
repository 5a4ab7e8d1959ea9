package dev.propusk.account.passkey;

import dev.propusk.security.NeedsProof;
import dev.propusk.security.PanelUser;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Service;

/** One's own passkeys: added, seen and taken away. */
@Service
@PreAuthorize("hasAnyRole('OWNER', 'OPERATOR', 'SUPPORT', 'ADMIN')")
public class Passkeys {
    public static final int LONGEST_LABEL = 60;

    private final Ceremonies ceremonies;
    private final PasskeyTable table;
    private final PasskeyTransaction transaction;

    Passkeys(Ceremonies ceremonies, PasskeyTable table, PasskeyTransaction transaction) {
        this.ceremonies = ceremonies;
        this.table = table;
        this.transaction = transaction;
    }

    /**
     * A passkey as its person sees it.
     *
     * @param label what they called it
     */
    public record Passkey(String id, String label, Instant createdAt, Instant lastAt) {}

    public List<Passkey> list() {
        return table.of(account()).stream()
                .map(one -> new Passkey(
                        one.getCredentialId().toBase64UrlString(), one.getLabel(), one.getCreated(), one.getLastUsed()))
                .toList();
    }

    /** What is asked of the device that is to keep it. */
    @NeedsProof
    public PublicKeyCredentialCreationOptions begin() {
        return ceremonies.forNew(authentication());
    }

    /** As the browser reads it. */
    public String write(PublicKeyCredentialCreationOptions asked) {
        return ceremonies.write(asked);
    }

    /** Whether the device's answer was right: then it signs in from now on, and all other sessions of the login end. */
    @NeedsProof
    public boolean add(PublicKeyCredentialCreationOptions asked, String answer, String label) {
        String name = label.strip().replaceAll("\\p{Cntrl}", " ");
        return ceremonies.register(asked, answer, name.substring(0, Math.min(LONGEST_LABEL, name.length())));
    }

    /** All other sessions of the login end; one that it does not have stays as it is. */
    @NeedsProof
    public void remove(String id) {
        transaction.remove(account(), Bytes.fromBase64(id));
    }

    private static UUID account() {
        return PanelUser.of(authentication().getPrincipal())
                .map(PanelUser::account)
                .orElseThrow(() -> new AccessDeniedException("No login is signed in"));
    }

    private static Authentication authentication() {
        return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    }
}
