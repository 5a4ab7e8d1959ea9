/** The journal: who did what, when and from where; it only listens. */
@NullMarked
package dev.propusk.audit;

import org.jspecify.annotations.NullMarked;
