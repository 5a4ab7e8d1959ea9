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
        return page.getTranslation(key) + " · " + page.getTranslation("app.name");
    }
}
