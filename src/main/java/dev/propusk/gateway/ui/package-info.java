/** The administration of gateways, and the sessions that they report. */
@NullMarked
package dev.propusk.gateway.ui;

import org.jspecify.annotations.NullMarked;
