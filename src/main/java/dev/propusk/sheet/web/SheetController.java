package dev.propusk.sheet.web;

import dev.propusk.base.Texts;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.sheet.NothingToPrintException;
import dev.propusk.sheet.Sheet;
import dev.propusk.sheet.SheetPaper;
import dev.propusk.sheet.SheetRequest;
import dev.propusk.sheet.print.Sheets;
import dev.propusk.sheet.print.Sheets.Printed;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenNotFoundException;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.WrongTokenStateException;
import dev.propusk.token.search.Tokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Prints the sheet, and shows it in a tab of the browser. */
@RestController
class SheetController {
    private final Sheets sheets;
    private final Tokens tokens;
    private final CurrentUser currentUser;
    private final PrintLinks links;
    private final Texts texts;

    SheetController(Sheets sheets, Tokens tokens, CurrentUser currentUser, PrintLinks links, Texts texts) {
        this.sheets = sheets;
        this.tokens = tokens;
        this.currentUser = currentUser;
        this.links = links;
        this.texts = texts;
    }

    /**
     * A person prints: what is on the sheet counts as handed out, and the browser is led to it.
     *
     * @param ids the tokens to print; all unused ones where none is named
     * @param issued false: of all unused ones only those that nobody has been given yet
     * @param paper in place of the one in the contract's settings: {@code A4}, {@code LETTER} or {@code RECEIPT}
     */
    @PostMapping("/sheet.pdf")
    ResponseEntity<Void> print(
            @RequestParam(name = "id", required = false) @Nullable List<String> ids,
            @RequestParam(defaultValue = "true") boolean issued,
            @RequestParam(required = false) @Nullable SheetPaper paper) {
        ContractId contract = currentUser.contract();
        Printed printed = sheets.handOut(contract, request(ids, issued).on(paper));
        String address = "/sheet.pdf?printed=" + links.make(contract, printed.tokens(), printed.at()) + "&tokens="
                + ShortIds.write(printed.tokens()) + (paper == null ? "" : "&paper=" + paper);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    /**
     * The sheet, as often as a browser asks for it; nothing is handed out by that.
     *
     * @param printed by which a sheet that was printed is shown as it was
     * @param printedTokens the tokens that were printed, in place of {@code ids}
     * @param from where the link to the sheet stood: another site's has no business here
     */
    @GetMapping("/sheet.pdf")
    ResponseEntity<byte[]> sheet(
            @RequestParam(name = "id", required = false) @Nullable List<String> ids,
            @RequestParam(defaultValue = "true") boolean issued,
            @RequestParam(required = false) @Nullable SheetPaper paper,
            @RequestParam(defaultValue = "") String printed,
            @RequestParam(name = "tokens", required = false) @Nullable String printedTokens,
            @RequestHeader(name = "Sec-Fetch-Site", defaultValue = "none") String from,
            Locale locale) {
        if (from.equals("cross-site")) {
            return message(HttpStatus.FORBIDDEN, locale, "sheet.error.elsewhere");
        }
        ContractId contract = currentUser.contract();
        Optional<SheetRequest> request = printedTokens == null
                ? Optional.of(request(ids, issued))
                : ShortIds.read(printedTokens, tokens.unused(contract)).map(SheetRequest::of);
        if (request.isEmpty()) {
            return used(locale);
        }
        Instant at = request.flatMap(wanted -> Optional.ofNullable(wanted.chosen()))
                .flatMap(chosen -> links.read(contract, chosen, printed))
                .orElse(null);
        Sheet sheet = sheets.show(contract, request.get().on(paper), at);
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

    private static SheetRequest request(@Nullable List<String> ids, boolean issued) {
        if (ids != null && ids.size() > TokenRequest.MAX_COUNT) {
            throw new TokenNotFoundException();
        }
        return ids == null
                ? issued ? SheetRequest.allUnused() : SheetRequest.notIssued()
                : SheetRequest.of(ids.stream().map(SheetController::id).toList());
    }

    @ExceptionHandler(TokenNotFoundException.class)
    ResponseEntity<byte[]> notFound(Locale locale) {
        return message(HttpStatus.NOT_FOUND, locale, "sheet.error.not-found");
    }

    @ExceptionHandler(NothingToPrintException.class)
    ResponseEntity<byte[]> nothing(Locale locale) {
        return message(HttpStatus.CONFLICT, locale, "sheet.error.nothing");
    }

    @ExceptionHandler(WrongTokenStateException.class)
    ResponseEntity<byte[]> used(Locale locale) {
        return message(HttpStatus.CONFLICT, locale, "sheet.error.used");
    }

    @ExceptionHandler(WrongContractStatusException.class)
    ResponseEntity<byte[]> notOpen(Locale locale) {
        return message(HttpStatus.CONFLICT, locale, "sheet.error.contract");
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
