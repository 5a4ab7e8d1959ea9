/** The one page on which an administrator brings a new customer to work. */
@NullMarked
package dev.propusk.customer.ui;

import org.jspecify.annotations.NullMarked;
