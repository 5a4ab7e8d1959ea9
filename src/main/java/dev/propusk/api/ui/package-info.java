/** The owner's page for API keys. */
@NullMarked
package dev.propusk.api.ui;

import org.jspecify.annotations.NullMarked;
