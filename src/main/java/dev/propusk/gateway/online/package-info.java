/**
 * Who is online in a network, and who was, with the tokens behind.
 *
 * <p>In: what a person of the contract looks for. Out: a page of a list, and word that it has changed. Begin with
 * {@code NetworkSessions}.
 */
@NullMarked
package dev.propusk.gateway.online;

import org.jspecify.annotations.NullMarked;
