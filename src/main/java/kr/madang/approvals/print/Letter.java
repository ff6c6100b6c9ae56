package kr.madang.approvals.print;

import java.time.LocalDate;
import java.util.List;

/**
 * A paper as it is printed (공문서): what stands in its head (두문), its body (본문) and its closing (결문).
 *
 * @param agency 행정기관명
 * @param note what kind of copy it is, e.g. that it is not approved yet; empty on the paper itself
 * @param second number of a notice or an order (공고 제2026-12호); empty when it has none
 * @param receiver 수신; {@code 내부결재} when it stays in the office
 * @param listed 수신자; whom the letter names below its sender where several get the same one
 * @param via 경유; empty when it goes straight
 * @param text of the version, with marks, attachments and 끝 as they were typed
 * @param boxes who signed, in the order of the line; only seats that are settled
 * @param sender 발신명의 with what stands for the seal; empty for papers that stay inside
 * @param number register number with its day; empty before the approval
 * @param receipt number and day under which the receiver registered it; empty until then
 * @param address where the office is; empty leaves it out
 * @param contact how whoever drafted it is reached; empty leaves it out
 * @param disclosure 공개구분
 * @param day the day it speaks of
 */
public record Letter(
        String agency,
        String note,
        String second,
        String receiver,
        List<String> listed,
        String via,
        String title,
        String text,
        List<Box> boxes,
        String sender,
        String number,
        String receipt,
        String address,
        String contact,
        String disclosure,
        LocalDate day) {
    public Letter {
        boxes = List.copyOf(boxes);
        listed = List.copyOf(listed);
    }

    /** Whether it goes out: what its record says of sender and receivers then stands instead of what was typed. */
    public boolean goesOut() {
        return !sender.isEmpty();
    }

    /**
     * One box of the line (결재란).
     *
     * @param role 기안, 검토, 협조 or 결재, or what the box says instead (전결, 대결, 검토 생략)
     * @param day of the signature
     * @param words a reason or a dissent; empty otherwise
     */
    public record Box(String role, String name, String day, String words) {}
}
