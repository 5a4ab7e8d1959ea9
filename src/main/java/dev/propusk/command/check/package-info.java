/**
 * Whether an installation can work as it is set up, asked before the application starts: of the settings, the key, the
 * machine and the database. In come settings, out go {@link dev.propusk.command.check.Finding}s; nothing is changed. Begin
 * with {@link dev.propusk.command.check.CheckCommand}; {@code StartGuard} asks the same of each start.
 */
@NullMarked
package dev.propusk.command.check;

import org.jspecify.annotations.NullMarked;
