/** The sign-in page. */
@NullMarked
package dev.propusk.security.ui;

import org.jspecify.annotations.NullMarked;
