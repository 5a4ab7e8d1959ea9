/** The life of a token: generated, activated by a device, annulled, deleted, moved to a new MAC, expired. */
@NullMarked
package dev.propusk.token;

import org.jspecify.annotations.NullMarked;
