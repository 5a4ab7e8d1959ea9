package dev.propusk.token.ui.part;

import dev.propusk.contract.Contracts;
import dev.propusk.security.CurrentUser;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.generate.Issuing;
import dev.propusk.token.search.TokenChanges;
import dev.propusk.token.search.TokenExport;
import dev.propusk.token.search.Tokens;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the parts of the token view work with. */
@Component
public record TokenServices(
        Tokens tokens,
        TokenExport export,
        Generation generation,
        Issuing issuing,
        Activation activation,
        Annulments ending,
        TokenChanges changes,
        Contracts contracts,
        CurrentUser currentUser,
        Clock clock) {}
