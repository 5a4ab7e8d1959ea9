package dev.propusk.web;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;

/**
 * The word {@code %masked} of plain logs' patterns: {@link MaskedLogs} for whatever stands within it, each further line
 * indented, so that no text begins one that looks like another event's.
 */
public class MaskedText extends CompositeConverter<ILoggingEvent> {
    @Override
    protected String transform(ILoggingEvent event, String text) {
        return indented(MaskedLogs.mask(text));
    }

    private static String indented(String text) {
        int end = text.indexOf('\n');
        return end < 0 || end == text.length() - 1 ? text : text.replaceAll("\n(?=[^\n])", "\n    ");
    }
}
