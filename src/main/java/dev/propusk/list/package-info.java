/**
 * Lists of any length: read from the database a page at a time, by keyset, searched, and shown as they are scrolled to.
 * Start with {@link dev.propusk.list.SearchedList} for a page of the panel and {@link dev.propusk.list.Pages} for its
 * statements.
 */
@NullMarked
package dev.propusk.list;

import org.jspecify.annotations.NullMarked;
