/** A customer's contract, which is one network, and the accounts that belong to it. */
@NullMarked
package dev.propusk.contract;

import org.jspecify.annotations.NullMarked;
