/** How requests of other programs come in: keys, limits, problems; and the pages that explain the API. */
@NullMarked
package dev.propusk.api.web;

import org.jspecify.annotations.NullMarked;
