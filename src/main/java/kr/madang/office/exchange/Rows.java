package kr.madang.office.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.madang.office.ledger.Move;
import org.jspecify.annotations.Nullable;

/** Import rows as rows of the ledger table. */
final class Rows {
    private Rows() {}

    static List<Map<String, @Nullable Object>> of(List<Preview.Fresh> fresh, Imports.Batch batch, Instant at) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var f : fresh) {
            var r = f.row();
            var row = new LinkedHashMap<String, @Nullable Object>();
            row.put("id", f.id().toString());
            row.put("fiscal_year", r.year());
            row.put("line_id", r.budgetLine().toString());
            row.put("kind", r.kind().name());
            row.put("source", r.source().name());
            row.put("amount", r.amount());
            row.put("on_date", r.day().toString());
            row.put("document_no", r.documentNo());
            row.put("payee", r.payee());
            row.put("memo", r.memo());
            row.put(
                    "obligation_id",
                    r.kind() == Move.OBLIGATION ? null : f.obligation().toString());
            row.put("reverses", null);
            row.put("batch_id", batch.id().toString());
            row.put("entered_at", at.toString());
            row.put("entered_by", batch.by());
            rows.add(row);
        }
        return rows;
    }
}
