package dev.propusk.statistics.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one chart shows, and what the table below it says.
 *
 * @param summary the main figures in words; read out in place of the picture
 * @param file the name for downloads, without its ending
 * @param header of the table
 * @param rows of the table, as people read them
 */
record ChartContent(
        String title, String summary, String file, Data data, List<String> header, List<List<String>> rows) {
    /**
     * As the script draws it.
     *
     * @param type {@code bar} or {@code line}
     * @param labels along the horizontal axis
     */
    record Data(String type, boolean stacked, String title, List<String> labels, List<Series> series) {}

    /** @param values null where there is none */
    record Series(String name, List<@Nullable Integer> values) {}
}
