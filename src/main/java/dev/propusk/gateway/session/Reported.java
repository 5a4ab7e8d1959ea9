package dev.propusk.gateway.session;

import dev.propusk.identification.Arrival;

/**
 * What is known after a report.
 *
 * @param connected what it says of its device
 * @param arrival the device, and all that it has
 */
record Reported(Connected connected, Arrival arrival) {}
