package dev.propusk.sheet;

import dev.propusk.security.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the sheets' settings, apart from the contract, so that neither overwrites the other. No row: the defaults. */
@Component
public class SheetSettingsTable {
    private final JdbcClient jdbc;

    SheetSettingsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public SavedSheetSettings find(ContractId contract) {
        return jdbc.sql("select * from sheet_settings where contract_id = :contract")
                .param("contract", contract.value())
                .query((row, number) -> read(row))
                .optional()
                .orElseGet(() -> new SavedSheetSettings(SheetSettings.DEFAULT, 0));
    }

    private static SavedSheetSettings read(ResultSet row) throws SQLException {
        SheetSettings settings = new SheetSettings(
                SheetLanguage.of(row.getString("language")),
                row.getString("instructions"),
                row.getBoolean("qr_code"),
                SheetPaper.valueOf(row.getString("paper")),
                row.getBoolean("cut_lines"),
                SheetSort.valueOf(row.getString("print_order")),
                row.getBoolean("receipt_stub"));
        return new SavedSheetSettings(settings, row.getInt("version"));
    }

    /** Replaces them, unless somebody has changed them since this version: then false. */
    boolean replace(ContractId contract, SheetSettings settings, int version) {
        String insert = """
                insert ignore into sheet_settings
                    (contract_id, language, instructions, qr_code, paper, cut_lines, print_order, receipt_stub, version)
                values (:contract, :language, :instructions, :qrCode, :paper, :cutLines, :order, :receiptStub, 1)
                """;
        String update = """
                update sheet_settings
                set language = :language, instructions = :instructions, qr_code = :qrCode, paper = :paper,
                    cut_lines = :cutLines, print_order = :order, receipt_stub = :receiptStub, version = version + 1
                where contract_id = :contract and version = :version
                """;
        return jdbc.sql(version == 0 ? insert : update)
                        .param("contract", contract.value())
                        .param("version", version)
                        .params(values(settings))
                        .param("instructions", settings.instructions())
                        .update()
                == 1;
    }

    private static Map<String, Object> values(SheetSettings settings) {
        return Map.of(
                "language", settings.language().name(),
                "qrCode", settings.qrCode(),
                "paper", settings.paper().name(),
                "cutLines", settings.cutLines(),
                "order", settings.order().name(),
                "receiptStub", settings.receiptStub());
    }
}
