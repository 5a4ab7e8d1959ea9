/** The administration of gateways, and the sessions that they report. */
@NullMarked
@NamedInterface("ui")
package dev.propusk.gateway.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
