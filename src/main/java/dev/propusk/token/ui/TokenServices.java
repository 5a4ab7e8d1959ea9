package dev.propusk.token.ui;

import dev.propusk.contract.Contracts;
import dev.propusk.security.CurrentUser;
import dev.propusk.token.Activation;
import dev.propusk.token.Ending;
import dev.propusk.token.Generation;
import dev.propusk.token.Issuing;
import dev.propusk.token.TokenChanges;
import dev.propusk.token.Tokens;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the parts of the token view work with. */
@Component
record TokenServices(
        Tokens tokens,
        Generation generation,
        Issuing issuing,
        Activation activation,
        Ending ending,
        TokenChanges changes,
        Contracts contracts,
        CurrentUser currentUser,
        Clock clock) {}
