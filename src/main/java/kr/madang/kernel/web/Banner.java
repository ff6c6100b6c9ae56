package kr.madang.kernel.web;

import java.util.List;

/** The plug through which a room says something on every page of the house (알림띠), such as an alert that is out. */
public interface Banner {
    /**
     * What stands there now. Asked for every page, so it is answered from memory, and never fails.
     *
     * @param staff whether the reader has signed in; others see what is for everybody
     */
    List<Strip> strips(boolean staff);

    /**
     * One sentence on every page.
     *
     * @param tone critical, urgent, advisory or drill
     * @param label message key of what it is
     * @param path where more of it stands
     * @param order position, the lowest first
     */
    record Strip(String tone, String label, String text, String path, int order) {}
}
