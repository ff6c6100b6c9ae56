package kr.madang.accounts;

import java.util.List;
import org.springframework.stereotype.Component;

/** The staff directory (직원 찾기): who works here and how to reach them. */
@Component
public class Directory {
    public static final int PAGE = 20;

    /**
     * What is looked for.
     *
     * @param text part of a name, login, title, extension or e-mail; empty matches everyone
     * @param team code of a team; empty for all
     * @param state name of an {@link Account.State}; empty for all
     */
    public record Question(String text, String team, String state) {
        public Question {
            text = text.strip();
            if (text.length() > 100) text = text.substring(0, 100);
        }
    }

    /** A page of what was found. */
    public record Found(List<Account> accounts, long total, int page) {}

    private final AccountStore store;

    Directory(AccountStore store) {
        this.store = store;
    }

    /** @param page from 1; beyond the end shows the last one */
    public Found page(Question question, int page) {
        long total = store.count(question);
        int last = (int) Math.max(1, Math.ceilDiv(total, (long) PAGE));
        int shown = Math.clamp(page, 1, last);
        return new Found(store.search(question, PAGE, (shown - 1L) * PAGE), total, shown);
    }

    /** Those at work whose login or name is exactly this. */
    public List<Account> named(String words, int most) {
        return store.named(words.strip(), most);
    }

    /** Those at work in these teams, by name. */
    public List<Account> inTeams(List<String> teams, int most) {
        return store.ofTeams(teams, true, most);
    }

    /** Those at work in no team of these, by name. */
    public List<Account> outside(List<String> teams, int most) {
        return store.ofTeams(teams, false, most);
    }

    public List<Membership> memberships(Account.Id account) {
        return store.memberships(account);
    }
}
