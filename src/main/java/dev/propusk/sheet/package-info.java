/** The printable sheet of unused tokens: the guest's copy beside the stub. */
@NullMarked
package dev.propusk.sheet;

import org.jspecify.annotations.NullMarked;
