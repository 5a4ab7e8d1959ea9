/** What gateways call: the security chain, the calls, and the problems they are told of. */
@NullMarked
package dev.propusk.gateway.web;

import org.jspecify.annotations.NullMarked;
