/** The sheet as a download, for the panel. */
@NullMarked
package dev.propusk.sheet.web;

import org.jspecify.annotations.NullMarked;
