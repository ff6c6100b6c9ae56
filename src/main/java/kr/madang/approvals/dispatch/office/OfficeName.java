package kr.madang.approvals.dispatch.office;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How the agency calls itself on what it sends (기관명·발신명의). */
@Component
public class OfficeName {
    private final String name;
    private final String sender;

    /** @param sender 발신명의; the head of the agency unless set */
    OfficeName(@Value("${madang.office.name:마당구청}") String name, @Value("${madang.office.sender:}") String sender) {
        this.name = name.strip();
        this.sender = sender.isBlank() ? this.name + "장" : sender.strip();
    }

    public String name() {
        return name;
    }

    public String sender() {
        return sender;
    }
}
