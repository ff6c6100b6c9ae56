package kr.madang.approvals.dispatch.exchange;

import java.time.LocalDate;
import java.util.List;

/**
 * A paper on its way to another agency (문서 꾸러미), whole in memory.
 *
 * @param id unlike any other package ever; the one by which it is recognized again
 * @param from the agency that sends
 * @param to the agency it is for
 * @param number the sender's register number
 * @param summary 문서요지
 * @param sender 발신명의
 * @param disclosure 공개구분 as it is printed
 * @param text the letter as text
 * @param html the letter as a page
 * @param pdf the letter to keep (보존용 PDF); empty in packages of before it came along
 * @param hwpx the letter for word processors (한글); empty in packages of before it came along
 */
public record Packet(
        String id,
        String from,
        String to,
        String number,
        LocalDate day,
        String title,
        String summary,
        String sender,
        String disclosure,
        String text,
        String html,
        byte[] pdf,
        byte[] hwpx,
        List<Enclosed> files) {
    /** All files of one package together, in bytes; what is larger could not be uploaded at the other end. */
    public static final long MOST_BYTES = 30_000_000;

    public static final int MOST_FILES = 100;

    /** An attachment (붙임) with its name as the sender calls it. */
    public record Enclosed(String name, byte[] bytes) {}

    public Packet {
        files = List.copyOf(files);
    }
}
