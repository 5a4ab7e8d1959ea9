/** Tokens for other programs: the REST API. */
@NullMarked
package dev.propusk.token.web;

import org.jspecify.annotations.NullMarked;
