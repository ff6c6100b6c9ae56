package kr.madang.notices.running;

import kr.madang.notices.Channel;
import kr.madang.notices.carriers.push.Gone;
import kr.madang.notices.carriers.push.Subscription;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.recipients.Registry;
import org.springframework.stereotype.Component;

/** Marks browsers that took their subscription back as proven dead (끊어진 구독 표시), so that no later send tries them again. */
@Component
class GoneBrowsers implements Gone {
    private static final String WHY = "구독 해지";

    private final Registry registry;

    GoneBrowsers(Registry registry) {
        this.registry = registry;
    }

    @Override
    public void gone(Subscription subscription) {
        registry.findContact(new Address(Channel.PUSH, subscription.line()))
                .ifPresent(contact -> registry.bury(contact.id(), WHY));
    }
}
