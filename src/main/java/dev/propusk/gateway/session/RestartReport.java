package dev.propusk.gateway.session;

import org.jspecify.annotations.Nullable;

/**
 * A NAS tells that it has started anew (Accounting-On) or goes down (Accounting-Off; RFC 2866, 5.1).
 *
 * @param called the one of its networks that it tells of; null: all
 */
public record RestartReport(
        NasName nas, boolean isOn, @Nullable String called, ReportedTimes times) {
    SessionEnd end() {
        return isOn ? SessionEnd.RESTART : SessionEnd.OFF;
    }

    /** In the words of RFC 2866, 5.10. */
    String cause() {
        return isOn ? "NAS-Reboot" : "Admin-Reboot";
    }
}
