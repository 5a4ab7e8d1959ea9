/** Where an owner sets up the sheet, and sees at once what comes of it. */
@NullMarked
package dev.propusk.sheet.ui;

import org.jspecify.annotations.NullMarked;
