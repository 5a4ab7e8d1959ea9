package dev.propusk.account.ui;

import dev.propusk.account.OwnAccount;
import dev.propusk.account.guard.AccountNews;
import dev.propusk.account.identity.OwnIdentity;
import dev.propusk.account.passkey.Passkeys;
import dev.propusk.account.session.OwnSessions;
import dev.propusk.account.signin.SignInSteps;
import org.springframework.stereotype.Component;

/** What the page of one's own login works with. */
@Component
record OwnServices(
        OwnAccount account,
        SignInSteps steps,
        AccountNews news,
        OwnSessions sessions,
        Passkeys passkeys,
        OwnIdentity identity,
        ProofAsker proof) {}
