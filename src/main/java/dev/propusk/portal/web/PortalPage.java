package dev.propusk.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the portal's template shows. Texts are in the guest's language already; null: not shown.
 *
 * @param sentMac what the form sends back, where no signed query in its address does
 * @param sentLogin likewise
 * @param sentTrial likewise, where staff try the page
 */
record PortalPage(
        String language,
        String network,
        PortalWords words,
        String action,
        String typed,
        @Nullable String mac,
        @Nullable String sentMac,
        @Nullable String sentLogin,
        @Nullable String sentTrial,
        @Nullable String note,
        @Nullable PortalError error,
        @Nullable PortalDone done,
        List<LanguageLink> others) {
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
