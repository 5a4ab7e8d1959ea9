/** The page on which an administrator sees how the installation fares. */
@NullMarked
package dev.propusk.operation.ui;

import org.jspecify.annotations.NullMarked;
