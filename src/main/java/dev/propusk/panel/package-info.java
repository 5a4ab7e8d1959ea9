/**
 * The Control Panel's frame and the parts that its views are made of.
 *
 * <p>In: views of all features, by Vaadin's routes and menu. Out: dialogs, lists, notices. Begin with
 * {@link dev.propusk.panel.MainLayout}, then {@link dev.propusk.panel.RecordGrid}.
 */
@NullMarked
package dev.propusk.panel;

import org.jspecify.annotations.NullMarked;
