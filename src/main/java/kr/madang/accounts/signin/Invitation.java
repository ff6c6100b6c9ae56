package kr.madang.accounts.signin;

import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the first administrator's link on the console of a working office that has no account yet; never in a log. */
@Component
@ConditionalOnProperty(name = "madang.demo", havingValue = "false")
class Invitation {
    private final FirstAdministrator first;
    private final MessageSource words;

    Invitation(FirstAdministrator first, MessageSource words) {
        this.first = first;
        this.words = words;
    }

    @EventListener
    void print(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext house)) return;
        var server = house.getWebServer();
        if (server == null) return;
        first.invite().ifPresent(token -> {
            var link = "http://localhost:" + server.getPort() + "/login/first/" + token;
            var line = words.getMessage("accounts.first.invitation", new Object[] {link}, Locale.KOREAN);
            System.out.println(line);
        });
    }
}
