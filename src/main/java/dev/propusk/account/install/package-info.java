/**
 * The first start: what a database is for, and who its first administrator is.
 *
 * <p>In: an empty database, {@code PROPUSK_ADMIN_PASSWORD}. Out: a mark and an account; or a refusal to start. Begin with
 * {@code Installation}.
 */
@NullMarked
package dev.propusk.account.install;

import org.jspecify.annotations.NullMarked;
