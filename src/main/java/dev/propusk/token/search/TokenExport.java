package dev.propusk.token.search;

import dev.propusk.base.Csv;
import dev.propusk.base.Places.Place;
import dev.propusk.base.TooMuchAtOnceException;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.work.CostlyWork;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Service;

/** Tokens as a table for a spreadsheet: part after part, so that a million need no more memory than ten. */
@Service
public class TokenExport {
    private static final int PART = 500;

    private final Tokens tokens;
    private final CostlyWork costly;

    TokenExport(Tokens tokens, CostlyWork costly) {
        this.tokens = tokens;
        this.costly = costly;
    }

    private record Exports(ContractId of) {}

    /**
     * All tokens that fit, the newest first, in UTF-8.
     *
     * @throws TooMuchAtOnceException where others of the same contract are under way; nothing was written
     */
    @SuppressWarnings("try")
    public void write(ContractId contract, TokenListRequest query, TokenColumns columns, OutputStream out)
            throws IOException {
        try (Place place = costly.take(new Exports(contract))) {
            writeParts(contract, query, columns, out);
        }
    }

    private void writeParts(ContractId contract, TokenListRequest query, TokenColumns columns, OutputStream out)
            throws IOException {
        List<Token> part = tokens.newest(contract, query, null, PART);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Csv csv = new Csv(columns.separator());
        writer.write(Csv.BYTE_ORDER_MARK);
        writer.write(csv.row(columns.headings()));
        while (!part.isEmpty()) {
            for (Token token : part) {
                writer.write(csv.row(columns.cells(token)));
            }
            part = part.size() < PART
                    ? List.of()
                    : tokens.newest(contract, query, part.getLast().id(), PART);
        }
        writer.flush();
    }
}
