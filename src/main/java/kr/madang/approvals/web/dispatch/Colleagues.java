package kr.madang.approvals.web.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kr.madang.accounts.Account;
import kr.madang.accounts.Directory;
import kr.madang.approvals.desk.Units;
import kr.madang.kernel.Refused;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Option;
import org.springframework.stereotype.Component;

/** The people of one unit, to be chosen from (같은 처리과 직원). */
@Component
class Colleagues {
    private static final int MOST = 200;

    private final Directory directory;
    private final Units units;

    Colleagues(Directory directory, Units units) {
        this.directory = directory;
        this.units = units;
    }

    /** @param unit code */
    List<Option> of(String unit) {
        var found = new ArrayList<Option>();
        for (int page = 1; found.size() < MOST; page++) {
            var part = directory.page(new Directory.Question("", "", "ACTIVE"), page);
            part.accounts().stream()
                    .filter(a -> units.of(a.team()).code().equals(unit))
                    .forEach(a -> found.add(Option.of(a.id(), (a.name() + " " + a.title()).strip())));
            if ((long) page * Directory.PAGE >= part.total()) break;
        }
        return found;
    }

    /** Those ticked, and those whose logins were typed. */
    List<UUID> chosen(Form form) {
        var chosen = new ArrayList<UUID>();
        for (var id : form.values("reader")) chosen.add(id(id));
        Arrays.stream(form.value("logins").split("[,\\s]+"))
                .filter(l -> !l.isEmpty())
                .forEach(login -> chosen.add(login(login)));
        return chosen.stream().distinct().toList();
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("approvals.receipt.nobody");
        }
    }

    private UUID login(String login) {
        return directory.page(new Directory.Question(login, "", "ACTIVE"), 1).accounts().stream()
                .filter(a -> a.login().equals(login.toLowerCase(java.util.Locale.ROOT)))
                .findFirst()
                .map(Account::id)
                .map(Account.Id::value)
                .orElseThrow(() -> Refused.invalid("approvals.receipt.login.unknown", login));
    }
}
