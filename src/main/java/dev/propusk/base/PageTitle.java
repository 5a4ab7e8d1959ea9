package dev.propusk.base;

import com.vaadin.flow.component.Component;

/** What a page is called in the browser's tab and in its history. */
public final class PageTitle {
    private PageTitle() {}

    /**
     * The page's own name, and the product's.
     *
     * @param key of the page's own name
     */
    public static String of(Component page, String key) {
        return named(page, page.getTranslation(key));
    }

    /** As {@link #of}, of a page that is called after what it shows. */
    public static String named(Component page, String name) {
        return name + " · " + page.getTranslation("app.name");
    }
}
