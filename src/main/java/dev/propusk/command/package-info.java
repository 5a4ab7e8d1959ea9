/**
 * What an operator does from the command line: {@code java -jar propusk.jar <command>}. In come the same settings as the
 * application's; out go plain text or JSON, and an exit code. No port is opened and no job runs. Begin with
 * {@link dev.propusk.command.Commands}, then any {@link dev.propusk.command.Command}.
 */
@NullMarked
package dev.propusk.command;

import org.jspecify.annotations.NullMarked;
