/** May this device pass, and until when: what the portal and the gateways ask. */
@NullMarked
package dev.propusk.identification;

import org.jspecify.annotations.NullMarked;
