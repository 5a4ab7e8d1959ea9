/**
 * The installation as it is shipped: the image is built, the compose files are started from nothing by the very commands of
 * {@code docker/README.md}, and people work with what came up. {@code ./mvnw -Pshipped verify} runs it.
 *
 * <p>In: Docker, a browser, the repository's files. Out: what a new operator would see. Begin with
 * {@link dev.propusk.shipped.ShippedOnOneMachine}.
 */
@NullMarked
package dev.propusk.shipped;

import org.jspecify.annotations.NullMarked;
