package kr.madang.notices.carriers.mail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import kr.madang.kernel.crypto.Signer;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;

/** Letters, settings and an ear for what carriers learn, for tests of e-mail. */
final class Post implements Receipts {
    static final Marks MARKS = marks("secret");
    static final int SEND = 12;

    final List<Receipt> received = Collections.synchronizedList(new ArrayList<>());
    final List<String> late = Collections.synchronizedList(new ArrayList<>());

    static Marks marks(String secret) {
        var signer = Signer.of(secret.repeat(8).getBytes(StandardCharsets.UTF_8));
        return new Marks(name -> signer.sign("test", name));
    }

    static MailSettings settings(int port) {
        return settings(port, MailSettings.Security.NONE, "", 3);
    }

    static MailSettings settings(int port, MailSettings.Security security, String user, int sessions) {
        return new MailSettings(
                "localhost",
                port,
                security,
                user,
                "password-1",
                "news@office.example",
                "가람구청 소식",
                "bounce@back.example",
                "",
                "https://office.example/out",
                sessions,
                Duration.ofSeconds(5),
                MARKS);
    }

    static MailSettings folder(MailSettings settings, Path maildir) {
        return new MailSettings(
                settings.host(),
                settings.port(),
                settings.security(),
                settings.user(),
                settings.password(),
                settings.from(),
                settings.sender(),
                settings.bounce(),
                maildir.toString(),
                settings.unsubscribe(),
                settings.sessions(),
                settings.patience(),
                settings.marks());
    }

    static Parcel parcel(int row) {
        return parcel(row, "person%d@home.example".formatted(row), "가을 축제 안내", "안녕하세요 %d님.\n축제에 오세요.".formatted(row));
    }

    static Parcel parcel(int row, String to, String subject, String text) {
        return new Parcel(new Parcel.Reference(SEND, row, 1), to, "", subject, text);
    }

    static List<Parcel> parcels(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Post::parcel).toList();
    }

    static List<Answer> hand(MailCarrier carrier, List<Parcel> parcels) {
        return carrier.hand(parcels, Instant.now().plusSeconds(20));
    }

    MailCarrier carrier(MailSettings settings) {
        return new MailCarrier(settings, this, Clock.systemUTC());
    }

    @Override
    public void received(List<Receipt> receipts) {
        received.addAll(receipts);
    }

    @Override
    public void late(Parcel.Reference reference, Answer answer) {
        late.add(reference.name() + " " + answer);
    }
}
