package dev.propusk.portal.web;

import dev.propusk.base.guest.GuestTexts;
import dev.propusk.gateway.guest.HandBack;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the portal's template shows. Texts are in the guest's language already; null: not shown.
 *
 * @param action where the form goes, with all that the browser was led here with
 * @param trial whether staff try the page
 * @param error what is wrong with what was typed
 * @param notice why it is of no use to type anything yet
 */
record PortalPage(
        PageLanguage language,
        String network,
        PortalWords words,
        String action,
        String typed,
        @Nullable String mac,
        boolean trial,
        @Nullable String note,
        @Nullable PortalError error,
        @Nullable PortalError notice,
        @Nullable PortalRefusal refusal,
        @Nullable PortalDone done,
        List<LanguageLink> others) {
    /** What it shows where nothing else is known. */
    record UnknownNetwork(PageLanguage language, String unknown, List<LanguageLink> others) {}

    /** @param direction in which its lines run */
    record PageLanguage(String tag, String direction) {
        static PageLanguage of(Locale locale) {
            return new PageLanguage(locale.toLanguageTag(), GuestTexts.direction(locale));
        }
    }

    record LanguageLink(String address, String tag, String name) {}

    record PortalWords(String title, String lead, String label, String hint, String button, String mac, String trial) {}

    record PortalError(String mark, String text) {}

    /** @param number by which the equipment says it */
    record PortalRefusal(int number, String text) {}

    /**
     * @param next what the guest does now; null: nothing
     * @param link the way back, where it is one
     * @param form the way back, where it is one
     * @param wanted what the guest was about to open
     */
    record PortalDone(
            String until,
            String text,
            @Nullable String next,
            String afterwards,
            @Nullable String link,
            @Nullable PortalForm form,
            String onward,
            @Nullable PortalWanted wanted) {}

    record PortalForm(String action, List<HandBack.Field> fields) {}

    /** @param host of the address: all that is shown of it */
    record PortalWanted(String text, String address, String host) {}
}
