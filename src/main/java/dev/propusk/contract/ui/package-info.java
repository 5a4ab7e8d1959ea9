/** Contracts, the owner's network, logins, and what everybody does with their own. */
@NullMarked
package dev.propusk.contract.ui;

import org.jspecify.annotations.NullMarked;
