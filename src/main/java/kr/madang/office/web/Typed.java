package kr.madang.office.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.web.Form;
import org.jspecify.annotations.Nullable;

/** Reads what the forms of this room carry; what cannot be read is refused with a sentence, and the form knows at which field. */
final class Typed {
    private Typed() {}

    static LocalDate day(Form form, String field) {
        if (form.value(field).isEmpty()) throw refused(form, field, "office.form.day");
        return form.day(field).orElseThrow(() -> Refused.invalid("kernel.day.unreadable", form.value(field)));
    }

    static long won(Form form, String field) {
        if (form.value(field).isEmpty()) throw refused(form, field, "office.form.amount");
        return form.number(field).orElseThrow(() -> Refused.invalid("kernel.number.unreadable", form.value(field)));
    }

    static int number(Form form, String field, int otherwise) {
        var text = form.value(field);
        if (text.isEmpty()) return otherwise;
        if (!text.matches("[0-9]{1,4}")) throw refused(form, field, "kernel.number.unreadable", text);
        return Integer.parseInt(text);
    }

    /** A number with so many decimals at most. */
    static BigDecimal decimal(Form form, String field, int decimals) {
        var text = form.value(field).replace(",", "");
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1," + decimals + "})?"))
            throw refused(form, field, "kernel.number.unreadable", form.value(field));
        return new BigDecimal(text);
    }

    static UUID id(Form form, String field) {
        var id = idOrNull(form, field);
        if (id == null) throw refused(form, field, "office.form.choice");
        return id;
    }

    static @Nullable UUID idOrNull(Form form, String field) {
        var text = form.value(field);
        return text.isEmpty() ? null : uuid(form, field, text);
    }

    static UUID uuid(Form form, String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw refused(form, field, "office.form.choice");
        }
    }

    static <E extends Enum<E>> E choice(Form form, String field, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(form.value(field)))
                .findFirst()
                .orElseThrow(() -> refused(form, field, "office.form.choice"));
    }

    static Refused refused(Form form, String field, String code, Object... args) {
        form.refuse(field, code, args);
        return Refused.invalid(code, args);
    }
}
