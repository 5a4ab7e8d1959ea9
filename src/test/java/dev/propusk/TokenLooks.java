package dev.propusk;

import com.microsoft.playwright.Page;

/** What a customer sees of tokens: one, those that are handed out, and many. */
final class TokenLooks {
    private TokenLooks() {}

    static void oneToken(CustomerPage looks) {
        Page page = looks.page();
        looks.visit("tokens", "token-list");
        looks.openToken("state=unused", "token-unused");
        page.locator(".field-and-button input").fill("zz");
        page.keyboard().press("Enter");
        page.locator(".field-and-button [invalid]").first().waitFor();
        looks.picture("token-unused-wrong-mac");
        looks.press(page.locator(".token-actions"), "token.action.delete");
        looks.confirmation("token-delete-unused");
        looks.openToken("q=B-4711", "token-issued");
        looks.openToken("state=active&reuse=single-use", "token-active");
        looks.press(page.locator(".token-actions"), "token.action.annul");
        looks.confirmation("token-annul");
        looks.press(page.locator(".token-actions"), "token.action.delete");
        looks.confirmation("token-delete-active");
        looks.openToken("state=active&reuse=multi-use", "token-of-many");
        looks.press(page.locator(".token-actions"), "token.action.annul-all");
        looks.confirmation("token-annul-all");
        page.locator(".history").scrollIntoViewIfNeeded();
        page.locator("vaadin-dialog p").last().scrollIntoViewIfNeeded();
        looks.picture("token-of-many-below");
        looks.openToken("state=unused&q=семья", "token-for-five");
        looks.openToken("q=лимит", "token-without-traffic");
        looks.openToken("state=annulled", "token-annulled");
    }

    static void forms(CustomerPage looks) {
        Page page = looks.page();
        looks.visit("tokens", "forms");
        looks.press(page.locator(".page-actions"), "token.issue");
        page.locator(".token-form").waitFor();
        looks.picture("forms-issue");
        page.locator(".stay input").click();
        page.waitForTimeout(600);
        looks.picture("forms-issue-departure");
        page.keyboard().press("Escape");
        page.locator(".uses-field .cards vaadin-radio-button").nth(1).click();
        looks.picture("forms-issue-several", () -> page.locator(".uses-field").scrollIntoViewIfNeeded());
        page.locator(".uses-field .cards vaadin-radio-button").nth(0).click();
        page.locator(".term-field vaadin-integer-field input").fill("99");
        looks.press(looks.footer(), "token.issue.button");
        looks.picture("forms-issue-wrong");
        page.locator(".term-field vaadin-integer-field input").fill("5");
        page.locator(".label-fields input").first().fill("№ 14");
        looks.press(looks.footer(), "token.issue.button");
        page.locator(".large-codes").waitFor();
        looks.picture("forms-issued");
        looks.press(looks.footer(), "token.close");
        looks.press(page.locator(".page-actions"), "token.generate");
        page.locator(".count-field").waitFor();
        looks.picture("forms-generate");
        looks.picture(
                "forms-generate-below",
                () -> page.locator(".label-fields").first().scrollIntoViewIfNeeded());
        page.locator(".uses-field .cards vaadin-radio-button").nth(1).click();
        page.locator(".uses-field .chips vaadin-radio-button").nth(3).click();
        looks.picture(
                "forms-generate-several", () -> page.locator(".uses-field").scrollIntoViewIfNeeded());
        page.locator(".count-field vaadin-integer-field input").fill("0");
        looks.press(looks.footer(), "token.generate");
        page.locator(".count-field").scrollIntoViewIfNeeded();
        looks.picture("forms-generate-wrong");
        page.locator(".count-field vaadin-integer-field input").fill("7");
        looks.press(looks.footer(), "token.generate");
        page.locator(".large-codes").waitFor();
        looks.picture("forms-generated");
        looks.press(looks.footer(), "token.close");
        looks.picture("forms-fresh");
    }

    static void many(CustomerPage looks) {
        Page page = looks.page();
        looks.visit("tokens", "many");
        page.locator(".sheet-menu vaadin-button").click();
        page.locator(".sheet-choices a").first().waitFor();
        looks.picture("many-which-sheet");
        page.keyboard().press("Escape");
        page.locator("vaadin-grid.tokens vaadin-checkbox").nth(1).click();
        page.locator("vaadin-grid.tokens vaadin-checkbox").nth(3).click();
        page.locator(".selection-bar").waitFor();
        looks.picture("many-selected");
        looks.visit("tokens?state=active&sort=-expires", "many-active");
        looks.visit("tokens?reuse=single-use&from=2026-01-01&q=этаж", "many-filters");
        looks.visit("tokens?q=zz", "many-nothing-found");
        looks.narrow();
        page.locator(".filters-button").click();
        looks.picture("many-filters-open");
    }
}
