/**
 * Logins in the panel: the list, invitations, one's own page, and the pages between password and panel.
 *
 * <p>Begin with {@code AccountsView} and {@code SignInStepView}.
 */
@NullMarked
@NamedInterface("ui")
package dev.propusk.account.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
