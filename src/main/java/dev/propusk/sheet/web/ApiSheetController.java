package dev.propusk.sheet.web;

import dev.propusk.api.Input;
import dev.propusk.api.Inputs;
import dev.propusk.security.CurrentUser;
import dev.propusk.sheet.Sheet;
import dev.propusk.sheet.SheetRequest;
import dev.propusk.sheet.print.Sheets;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sheet for other programs. */
@RestController
class ApiSheetController {
    private static final String ADDRESS = "/api/v1/tokens/sheet.pdf";

    private final Sheets sheets;
    private final CurrentUser currentUser;
    private final Inputs inputs;

    ApiSheetController(Sheets sheets, CurrentUser currentUser, Inputs inputs) {
        this.sheets = sheets;
        this.currentUser = currentUser;
        this.inputs = inputs;
    }

    /** As it would be printed; nothing is handed out. */
    @GetMapping(path = ADDRESS, produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> sheet(HttpServletRequest request) {
        return answer(sheets.show(currentUser.contract(), wanted(inputs.query(request)), null));
    }

    /** Printed: what is on it counts as handed out. */
    @PostMapping(path = ADDRESS, produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> print(HttpServletRequest request) {
        return answer(sheets.print(currentUser.contract(), wanted(inputs.query(request))));
    }

    private static ResponseEntity<byte[]> answer(Sheet sheet) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header("X-Propusk-Tokens", String.valueOf(sheet.tokens()))
                .header("X-Propusk-Pages", String.valueOf(sheet.pages()))
                .body(sheet.pdf());
    }

    private static SheetRequest wanted(Input input) {
        List<TokenId> chosen = input.all("id", TokenId::read, TokenRequest.MAX_COUNT, "problem.field.ids");
        boolean isForAll = input.optionalFlag("issued").orElse(true);
        if (input.has("issued") && (isForAll || !chosen.isEmpty())) {
            input.wrong("issued", "problem.field.issued");
        }
        input.check();
        if (!isForAll) {
            return SheetRequest.notIssued();
        }
        return chosen.isEmpty() ? SheetRequest.allUnused() : SheetRequest.of(chosen);
    }
}
