package kr.madang.notices.recipients.intake;

import java.time.LocalDate;
import java.util.Map;
import kr.madang.notices.recipients.Consent;

/**
 * What an officer says about a whole file (가져오기 조건).
 *
 * @param source where the consents come from, unless a row says otherwise
 * @param wording version of the words that were agreed to
 * @param givenOn the day of consents whose row has none
 */
public record Settings(Columns columns, Consent.Source source, String wording, LocalDate givenOn) {
    static Settings first(Columns columns, LocalDate today) {
        return new Settings(columns, Consent.Source.PAPER, "", today);
    }

    Settings with(Map<Field, Integer> at) {
        return new Settings(new Columns(columns.head(), at), source, wording, givenOn);
    }
}
