package dev.propusk.bench.measure;

import java.util.List;

/** Rows that are measured one after the other, with what they share. */
public interface Step {
    /** By which it is chosen ({@code -Dbench.only}). */
    String name();

    /** Only says what will be measured: whatever can fail belongs into the measurements. */
    List<Row> rows();
}
