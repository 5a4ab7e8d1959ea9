/** The journal as people read it, filter it and take it away. */
@NullMarked
package dev.propusk.audit.ui;

import org.jspecify.annotations.NullMarked;
