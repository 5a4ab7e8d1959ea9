/** The equipment that lets devices into a network: its keys, its questions and reports, the sessions it keeps. */
@NullMarked
package dev.propusk.gateway;

import org.jspecify.annotations.NullMarked;
