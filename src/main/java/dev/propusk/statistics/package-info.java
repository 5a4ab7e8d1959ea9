/** What an owner wants to know about a contract's tokens: how many are activated, when, and how many are left. */
@NullMarked
package dev.propusk.statistics;

import org.jspecify.annotations.NullMarked;
