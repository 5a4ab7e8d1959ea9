package dev.propusk.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the portal's template shows. Texts are in the guest's language already; null: not shown.
 *
 * @param action where the form goes, with all that the browser was led here with
 * @param trial whether staff try the page
 */
record PortalPage(
        String language,
        String network,
        PortalWords words,
        String action,
        String typed,
        @Nullable String mac,
        boolean trial,
        @Nullable String note,
        @Nullable PortalError error,
        @Nullable PortalDone done,
        List<LanguageLink> others) {
    /** What it shows where nothing else is known. */
    record UnknownNetwork(String language, String unknown, List<LanguageLink> others) {}

    record LanguageLink(String address, String tag, String name) {}

    record PortalWords(String title, String lead, String label, String hint, String button, String mac, String trial) {}

    record PortalError(String mark, String text) {}

    record PortalDone(
            String until,
            String text,
            String afterwards,
            @Nullable String wayBack,
            String onward) {}
}
