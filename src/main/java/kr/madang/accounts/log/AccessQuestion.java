package kr.madang.accounts.log;

import java.time.Instant;

/**
 * Which entries of the access log are looked for.
 *
 * @param from first moment
 * @param to the moment after the last one
 * @param login of the account that looked; empty for all
 * @param text part of a name, task, subject or address; empty for all
 */
public record AccessQuestion(Instant from, Instant to, String login, String text) {
    public AccessQuestion {
        login = login.strip();
        text = text.strip();
        if (text.length() > 100) text = text.substring(0, 100);
    }
}
