package kr.madang.notices.wording;

import java.util.List;

/**
 * What a text is on its way to a phone (읽은 결과).
 *
 * @param characters code points
 * @param marked how many places phones cannot show
 * @param marks the first of them; a text full of them is not listed to its end
 * @param extended syllables that only phones with CP949 show
 */
public record Reading(int bytes, int characters, int marked, List<Mark> marks, int extended) {
    public Reading {
        marks = List.copyOf(marks);
    }
}
