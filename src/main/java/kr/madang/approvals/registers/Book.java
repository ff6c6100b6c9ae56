package kr.madang.approvals.registers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kr.madang.approvals.records.Register;
import kr.madang.approvals.records.SecondNumber;

/**
 * One of the registers (등록대장).
 *
 * @param name as entries name it
 * @param byUnit counts by unit; otherwise one for the whole office
 */
public record Book(String name, String title, boolean byUnit) {
    /** All registers there can be: production and receipt by unit, then the numbers of kinds. */
    public static final List<Book> ALL = all();

    private static List<Book> all() {
        var all = new ArrayList<Book>();
        for (var register : Register.values()) all.add(new Book(register.name(), register.title() + "등록대장", true));
        for (var kind : SecondNumber.Kind.values()) all.add(new Book(kind.name(), kind.title() + " 대장", false));
        return List.copyOf(all);
    }

    public String word() {
        return name.toLowerCase(Locale.ROOT);
    }

    public static Optional<Book> of(String word) {
        return ALL.stream().filter(b -> b.word().equals(word)).findFirst();
    }

    /** A number of this register as it is printed. */
    public String printed(String unitName, int year, long serial) {
        return byUnit
                ? unitName + "-" + serial
                : new SecondNumber(SecondNumber.Kind.valueOf(name), year, serial).text();
    }
}
