/**
 * Backups by MariaDB's own programs: made, read back, restored to the moment of the dump or to a later one. In come the
 * database and files of earlier backups, out go a file and its manifest, or a filled database. Begin with
 * {@link dev.propusk.command.backup.BackupCommand}.
 */
@NullMarked
package dev.propusk.command.backup;

import org.jspecify.annotations.NullMarked;
