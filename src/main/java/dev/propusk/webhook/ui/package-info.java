/** The owner's page for events. */
@NullMarked
package dev.propusk.webhook.ui;

import org.jspecify.annotations.NullMarked;
