package dev.propusk.portal.web;

import org.jspecify.annotations.Nullable;

/** What the portal's template shows. Texts are in the guest's language already; null: not shown. */
record PortalPage(
        String language,
        String title,
        String network,
        String lead,
        String label,
        String hint,
        String button,
        String action,
        String typed,
        @Nullable String mac,
        String macLabel,
        @Nullable String errorMark,
        @Nullable String error,
        @Nullable String until,
        @Nullable String done,
        @Nullable String afterwards,
        String otherLanguage,
        String otherLanguageName,
        String otherLanguageLink) {}
