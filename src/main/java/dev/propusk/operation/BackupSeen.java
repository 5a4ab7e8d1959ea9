package dev.propusk.operation;

import java.time.Instant;

/** There is a newer backup than before. */
public record BackupSeen(Instant at) {}
