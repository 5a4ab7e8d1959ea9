/** The portal's pages, plain HTML without script or cookie. */
@NullMarked
package dev.propusk.portal.web;

import org.jspecify.annotations.NullMarked;
