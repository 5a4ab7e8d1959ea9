/** What breaks and what holds: processes killed, connections cut, disks full, under load, and everything counted after. */
@NullMarked
package dev.propusk.faults;

import org.jspecify.annotations.NullMarked;
