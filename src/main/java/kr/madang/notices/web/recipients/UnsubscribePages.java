package kr.madang.notices.web.recipients;

import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Open;
import kr.madang.kernel.access.OwnProof;
import kr.madang.notices.recipients.Residents;
import kr.madang.notices.recipients.door.Slip;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One click out of everything but disaster notices (원클릭 수신거부, RFC 8058): mail programs post here by themselves, people press the button. */
@Controller
@Open
class UnsubscribePages implements OwnProof {
    private final List<Slip> slips;
    private final Residents residents;

    UnsubscribePages(List<Slip> slips, Residents residents) {
        this.slips = slips;
        this.residents = residents;
    }

    @Override
    public List<String> paths() {
        return List.of("/notices/unsubscribe/*");
    }

    /** Opening the link changes nothing: programs that look at links before people do would unsubscribe them. */
    @GetMapping("/notices/unsubscribe/{token}")
    String ask(@PathVariable String token, Model model) {
        var contact = residents.find(contact(token));
        model.addAttribute("token", token);
        model.addAttribute("masked", contact.map(c -> c.masked()).orElse(""));
        model.addAttribute("done", false);
        return "notices/web/recipients/unsubscribe";
    }

    @PostMapping("/notices/unsubscribe/{token}")
    String unsubscribe(@PathVariable String token, Model model) {
        residents.unsubscribe(contact(token));
        model.addAttribute("token", token);
        model.addAttribute("masked", "");
        model.addAttribute("done", true);
        return "notices/web/recipients/unsubscribe";
    }

    private UUID contact(String token) {
        return slips.stream()
                .flatMap(slip -> slip.contact(token).stream())
                .findFirst()
                .orElseThrow(() -> Refused.missing("notices.unsubscribe.unknown"));
    }
}
