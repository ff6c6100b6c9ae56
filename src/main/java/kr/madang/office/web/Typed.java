package kr.madang.office.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.web.Form;
import org.jspecify.annotations.Nullable;

/** Reads what the forms of this room carry; what cannot be read is refused with a sentence. */
final class Typed {
    private Typed() {}

    static LocalDate day(Form form, String field) {
        if (form.value(field).isEmpty()) throw Refused.invalid("office.form.day");
        return form.day(field).orElseThrow(() -> Refused.invalid("kernel.day.unreadable", form.value(field)));
    }

    static long won(Form form, String field) {
        if (form.value(field).isEmpty()) throw Refused.invalid("office.form.amount");
        return form.number(field).orElseThrow(() -> Refused.invalid("kernel.number.unreadable", form.value(field)));
    }

    static int number(Form form, String field, int otherwise) {
        var text = form.value(field);
        if (text.isEmpty()) return otherwise;
        if (!text.matches("[0-9]{1,4}")) throw Refused.invalid("kernel.number.unreadable", text);
        return Integer.parseInt(text);
    }

    static BigDecimal quantity(Form form, String field) {
        var text = form.value(field).replace(",", "");
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,2})?"))
            throw Refused.invalid("kernel.number.unreadable", form.value(field));
        return new BigDecimal(text);
    }

    static UUID id(Form form, String field) {
        var id = idOrNull(form, field);
        if (id == null) throw Refused.invalid("office.form.choice");
        return id;
    }

    static @Nullable UUID idOrNull(Form form, String field) {
        return uuid(form.value(field));
    }

    static @Nullable UUID uuid(String text) {
        if (text.isEmpty()) return null;
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("office.form.choice");
        }
    }

    static <E extends Enum<E>> E choice(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("office.form.choice"));
    }
}
