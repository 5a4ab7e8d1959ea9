/**
 * What holds for every request, whoever answers it: its id, headers for browsers, cookies, the page for failures.
 *
 * <p>In: requests, before and after the features. Out: {@link dev.propusk.web.Failure}, what went wrong as far as a person
 * needs to know, where to begin.
 */
@NullMarked
package dev.propusk.web;

import org.jspecify.annotations.NullMarked;
