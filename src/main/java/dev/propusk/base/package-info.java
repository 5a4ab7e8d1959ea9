/** What every feature shares: time, addresses of devices, ids, texts, transactions, and the frame of the panel. */
@NullMarked
package dev.propusk.base;

import org.jspecify.annotations.NullMarked;
