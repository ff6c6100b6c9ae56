package kr.madang.approvals.web.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kr.madang.approvals.print.Form;
import kr.madang.approvals.print.Letter;
import org.springframework.stereotype.Component;

/**
 * Files of public letters for whoever asks (공개 문서 내려받기). Making one takes time, and everybody may ask: one is made at a time, and the
 * last ones are kept at hand.
 */
@Component
class PublicForms {
    private static final int KEPT = 40;

    private record Key(UUID document, Form form) {}

    private final Map<Key, byte[]> made = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    /** @param letter as the document has it; one document has one letter for good */
    synchronized byte[] of(UUID document, Form form, Letter letter) {
        return made.computeIfAbsent(new Key(document, form), key -> form.write(letter));
    }
}
