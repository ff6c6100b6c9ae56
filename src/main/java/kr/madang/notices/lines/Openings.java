package kr.madang.notices.lines;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kr.madang.notices.carriers.Carrier;
import kr.madang.notices.carriers.Receipts;
import kr.madang.notices.carriers.http.HttpCarrier;
import kr.madang.notices.carriers.http.HttpSettings;
import kr.madang.notices.carriers.mail.MailCarrier;
import kr.madang.notices.carriers.mail.MailSettings;
import kr.madang.notices.carriers.push.Gone;
import kr.madang.notices.carriers.push.PushCarrier;
import kr.madang.notices.carriers.push.PushSettings;
import kr.madang.notices.carriers.smpp.Coding;
import kr.madang.notices.carriers.smpp.MessageIds;
import kr.madang.notices.carriers.smpp.SmppCarrier;
import kr.madang.notices.carriers.smpp.SmppSettings;
import kr.madang.notices.carriers.table.TableCarrier;
import kr.madang.notices.carriers.table.TableSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the carrier of a line from what its contract says (연결 열기). */
@Component
class Openings {
    /** The message center of the demo office goes by this name; each node has its own. */
    static final String DEMO_HOST = "simulator";

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** Push services keep nothing for longer than four weeks. */
    private static final int LONGEST_KEPT = 28 * 24;

    private static final Duration ENQUIRY = Duration.ofSeconds(30);

    private final LineSecrets secrets;
    private final Phone phone;
    private final OneClick oneClick;
    private final Gone gone;
    private final List<String> services;
    private final String site;
    private final Clock clock;

    Openings(
            LineSecrets secrets,
            Phone phone,
            OneClick oneClick,
            Gone gone,
            @Value("${madang.notices.push.services:}") String services,
            @Value("${madang.site:http://localhost:8080}") String site,
            Clock clock) {
        this.secrets = secrets;
        this.phone = phone;
        this.oneClick = oneClick;
        this.gone = gone;
        this.services = PushSettings.services(services);
        this.site = site;
        this.clock = clock;
    }

    Carrier open(StoredLine line, Receipts receipts) {
        var said = line.contract();
        var secret = secrets.open(line);
        return switch (line.kind()) {
            case SMPP -> smpp(line, said, secret, receipts);
            case HTTP -> new HttpCarrier(http(said, secret), clock);
            case TABLE -> new TableCarrier(table(said, secret), receipts, clock);
            case SMTP -> new MailCarrier(mail(said, secret), receipts, clock);
            case PUSH -> push(new PushCarrier(push(said, secret), gone, clock));
        };
    }

    /** Browsers that are made up are written to by nobody but the demo office. */
    private Carrier push(PushCarrier carrier) {
        return phone.here() ? new DemoBrowsers(carrier, phone, gone) : carrier;
    }

    private PushSettings push(Contract said, Map<String, String> secret) {
        return new PushSettings(
                said.text("subject"),
                PushSettings.keys(secret.getOrDefault(LineSecrets.KEYS, "")),
                services,
                Duration.ofHours(Math.min(said.number("kept"), LONGEST_KEPT)),
                said.seconds("patience"),
                said.number("atonce"),
                site);
    }

    private Carrier smpp(StoredLine line, Contract said, Map<String, String> secret, Receipts receipts) {
        if (!said.text("host").equals(DEMO_HOST)) return new SmppCarrier(smpp(said, secret), receipts, clock);
        return phone.settings(line.number())
                .<Carrier>map(settings -> new SmppCarrier(settings, receipts, clock))
                .orElseGet(() -> new Shut("no simulator here"));
    }

    private static SmppSettings smpp(Contract said, Map<String, String> secret) {
        return new SmppSettings(
                said.text("host"),
                said.number("port"),
                said.text("systemid"),
                secret.getOrDefault("password", ""),
                said.text("systemtype"),
                said.yes("tls"),
                said.text("coding").equals("unicode")
                        ? List.of(Coding.UNICODE)
                        : List.of(Coding.KOREAN, Coding.UNICODE),
                SmppSettings.LongTexts.valueOf(upper(said.text("longtexts"))),
                MessageIds.valueOf(upper(said.text("ids"))),
                said.number("window"),
                said.seconds("patience"),
                ENQUIRY,
                PAUSE,
                LONGEST_PAUSE,
                SEOUL);
    }

    private static HttpSettings http(Contract said, Map<String, String> secret) {
        return new HttpSettings(
                URI.create(said.text("address")),
                secret.getOrDefault("key", ""),
                said.number("bundle"),
                said.seconds("patience"),
                said.yes("authoritative"));
    }

    /** @throws IllegalArgumentException when it makes no table */
    static TableSettings table(Contract said, Map<String, String> secret) {
        return new TableSettings(
                said.text("url"),
                said.text("user"),
                secret.getOrDefault("password", ""),
                said.text("table"),
                said.text("log"),
                said.pairs("columns"),
                said.pairs("constants"),
                said.text("done"),
                TableSettings.words(said.text("delivered")),
                TableSettings.words(said.text("expired")),
                SEOUL);
    }

    private MailSettings mail(Contract said, Map<String, String> secret) {
        return new MailSettings(
                said.text("host"),
                said.number("port"),
                MailSettings.Security.valueOf(upper(said.text("security"))),
                said.text("user"),
                secret.getOrDefault("password", ""),
                said.text("from"),
                said.text("sender"),
                said.text("bounce"),
                said.text("maildir"),
                said.text("unsubscribe"),
                said.number("sessions"),
                said.seconds("patience"),
                oneClick.marks());
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
