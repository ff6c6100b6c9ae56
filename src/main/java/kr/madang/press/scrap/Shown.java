package kr.madang.press.scrap;

import kr.madang.press.licences.Decision;

/**
 * An article as somebody may see it (보이는 기사).
 *
 * @param text all of it where the licence allows this use and it is kept, a short lead on screens where it does not; never on paper
 * @param decision on this use; its sentence stands beside what is not shown
 */
public record Shown(Printed item, String text, Decision decision) {
    public boolean open() {
        return decision.allowed() && !item.withdrawn();
    }
}
