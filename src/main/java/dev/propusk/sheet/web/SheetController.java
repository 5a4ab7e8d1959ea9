package dev.propusk.sheet.web;

import dev.propusk.base.Texts;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.sheet.NothingToPrintException;
import dev.propusk.sheet.Sheet;
import dev.propusk.sheet.Sheets;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenNotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Opens the sheet in a tab of the browser. */
@RestController
class SheetController {
    private final Sheets sheets;
    private final CurrentUser currentUser;
    private final Texts texts;

    SheetController(Sheets sheets, CurrentUser currentUser, Texts texts) {
        this.sheets = sheets;
        this.currentUser = currentUser;
        this.texts = texts;
    }

    @GetMapping("/sheet.pdf")
    ResponseEntity<byte[]> sheet(
            @RequestParam(name = "id", required = false) List<String> ids,
            @CookieValue(name = "propusk-language", defaultValue = "ru") String language) {
        ContractId contract = currentUser.contract();
        Locale locale = Texts.closest(Locale.forLanguageTag(language));
        Sheet sheet = ids == null
                ? sheets.printUnused(contract, locale)
                : sheets.print(contract, ids.stream().map(SheetController::id).toList(), locale);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("propusk.pdf")
                                .build()
                                .toString())
                .header("X-Propusk-Tokens", String.valueOf(sheet.tokens()))
                .header("X-Propusk-Pages", String.valueOf(sheet.pages()))
                .body(sheet.pdf());
    }

    @ExceptionHandler(TokenNotFoundException.class)
    ResponseEntity<byte[]> notFound(Locale locale) {
        return message(HttpStatus.NOT_FOUND, locale, "sheet.error.not-found");
    }

    @ExceptionHandler({NothingToPrintException.class, WrongContractStatusException.class})
    ResponseEntity<byte[]> nothing(Locale locale) {
        return message(HttpStatus.CONFLICT, locale, "sheet.error.nothing");
    }

    private ResponseEntity<byte[]> message(HttpStatus status, Locale locale, String key) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(texts.get(locale, key).getBytes(StandardCharsets.UTF_8));
    }

    private static TokenId id(String text) {
        return TokenId.read(text).orElseThrow(TokenNotFoundException::new);
    }
}
