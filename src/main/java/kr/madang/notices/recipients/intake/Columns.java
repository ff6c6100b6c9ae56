package kr.madang.notices.recipients.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.madang.kernel.sheet.SheetReader.Cell;
import kr.madang.kernel.sheet.SheetReader.Row;
import kr.madang.notices.Channel;
import kr.madang.notices.recipients.Address;

/**
 * Which column means what (열 맞춤).
 *
 * @param head line of the heads; 0 when the first row is data already
 * @param at column of each field, from 0
 */
public record Columns(int head, Map<Field, Integer> at) {
    private static final int LOOKED_AT = 10;

    public Columns {
        at = Map.copyOf(at);
    }

    /** Guesses from the first rows: by the heads, and where there are none by what stands in the cells. */
    static Columns guess(List<Row> first) {
        for (var row : first.stream().limit(LOOKED_AT).toList()) {
            var found = heads(row);
            if (!found.isEmpty()) return new Columns(row.line(), found);
        }
        var found = new EnumMap<Field, Integer>(Field.class);
        for (var row : first) {
            for (int i = 0; i < row.cells().size(); i++) {
                var text = row.cell(i).text();
                if (Address.find(Channel.SMS, text).isPresent()) found.putIfAbsent(Field.PHONE, i);
                else if (Address.find(Channel.EMAIL, text).isPresent()) found.putIfAbsent(Field.EMAIL, i);
                else if (text.matches("[가-힣]{1,6}\\d?동")) found.putIfAbsent(Field.DONG, i);
            }
        }
        return new Columns(0, found);
    }

    private static EnumMap<Field, Integer> heads(Row row) {
        var found = new EnumMap<Field, Integer>(Field.class);
        for (int i = 0; i < row.cells().size(); i++) {
            int column = i;
            Field.of(row.cell(i).text()).ifPresent(field -> found.putIfAbsent(field, column));
        }
        return found;
    }

    boolean has(Field field) {
        return at.containsKey(field);
    }

    Cell cell(Row row, Field field) {
        return row.cell(at.getOrDefault(field, Integer.MAX_VALUE));
    }

    /** Whether somebody could be reached by what the columns hold. */
    public boolean reaches() {
        return has(Field.PHONE) || has(Field.EMAIL);
    }

    /** Text for a page, with everything hidden that could be an address. */
    static String masked(String text) {
        for (var channel : List.of(Channel.SMS, Channel.EMAIL)) {
            var address = Address.find(channel, text);
            if (address.isPresent()) return address.get().masked();
        }
        var out = new StringBuilder();
        int digits = (int) text.chars().filter(Character::isDigit).count();
        boolean hidden = digits >= 7 || text.contains("@");
        int seen = 0;
        for (int c : text.codePoints().limit(40).toArray()) {
            if (hidden && Character.isDigit(c) && ++seen <= digits - 4) out.append('*');
            else if (hidden && Character.isLetter(c) && text.contains("@")) out.append('*');
            else out.appendCodePoint(c);
        }
        return out.toString();
    }

    /** The first rows as a page may show them, heads in clear. */
    static List<List<String>> shown(List<Row> first, int head) {
        var shown = new ArrayList<List<String>>();
        for (var row : first)
            shown.add(row.cells().stream()
                    .map(cell -> row.line() == head ? cell.text() : masked(cell.text()))
                    .toList());
        return shown;
    }
}
