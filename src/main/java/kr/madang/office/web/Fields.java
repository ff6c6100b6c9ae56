package kr.madang.office.web;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kr.madang.kernel.web.Form;

/** Beside which field of a form of this room a reason stands (양식의 어느 칸). */
final class Fields {
    /** Which field a reason is about, by the beginning of its code; where it fits several, the first the form has. */
    private static final List<Map.Entry<String, List<String>>> FIELDS = List.of(
            Map.entry("office.year.", List.of("on", "by0")),
            Map.entry("office.ledger.before", List.of("on")),
            Map.entry("office.ledger.document", List.of("document")),
            Map.entry("office.ledger.payee", List.of("payee")),
            Map.entry("office.ledger.memo", List.of("memo")),
            Map.entry("office.ledger.reason", List.of("reason")),
            Map.entry("office.ledger.", List.of("amount", "reason")),
            Map.entry("office.grant.basis", List.of("basis")),
            Map.entry("office.grant.transfer", List.of("grant")),
            Map.entry("office.grant.", List.of("to")),
            Map.entry("office.team.code", List.of("code")),
            Map.entry("office.team.taken", List.of("code")),
            Map.entry("office.team.name", List.of("name")),
            Map.entry("office.duty.", List.of("name")),
            Map.entry("office.post.code", List.of("number")),
            Map.entry("office.post.taken", List.of("number")),
            Map.entry("office.post.title", List.of("title")),
            Map.entry("office.person.name", List.of("name")),
            Map.entry("office.person.number", List.of("number")),
            Map.entry("office.person.taken", List.of("number")),
            Map.entry("office.appointment.", List.of("place")),
            Map.entry("office.rank", List.of("grade")),
            Map.entry("office.facility.quantity", List.of("quantity")),
            Map.entry("office.facility.", List.of("name")),
            Map.entry("office.import.", List.of("file")),
            Map.entry("kernel.sheet.", List.of("file")),
            Map.entry("office.", List.of("from", "last", "on", "amount", "m1", "percent0", "name")));

    private Fields() {}

    static UnaryOperator<String> of(Form form) {
        return code -> field(form, code);
    }

    private static String field(Form form, String code) {
        var fitting = FIELDS.stream()
                .filter(f -> code.startsWith(f.getKey()))
                .flatMap(f -> f.getValue().stream())
                .toList();
        return Stream.concat(fitting.stream().filter(f -> !form.values(f).isEmpty()), fitting.stream())
                .findFirst()
                .orElse("name");
    }
}
