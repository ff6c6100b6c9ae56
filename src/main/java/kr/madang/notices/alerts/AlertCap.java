package kr.madang.notices.alerts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import kr.madang.kernel.web.Words;
import kr.madang.notices.cap.CapAlert;
import kr.madang.notices.cap.CapArea;
import kr.madang.notices.cap.CapInfo;
import kr.madang.notices.cap.CapWord;
import kr.madang.notices.cap.CapWriter;
import kr.madang.notices.sends.Calendar;
import kr.madang.notices.sends.SendTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes an alert for other systems (CAP 1.2 발행). A drill is an exercise for those who take part, and says so in each of its parts. */
@Component
public class AlertCap {
    private final Alerts alerts;
    private final SendTerms terms;
    private final String sender;
    private final String site;

    AlertCap(
            Alerts alerts,
            SendTerms terms,
            @Value("${madang.notices.cap.sender:alerts@madang.invalid}") String sender,
            @Value("${madang.site:http://localhost:8080}") String site) {
        this.alerts = alerts;
        this.terms = terms;
        this.sender = sender;
        this.site = site;
    }

    public byte[] write(Alert alert) {
        return CapWriter.write(of(alert));
    }

    public String site() {
        return site;
    }

    /** Where everybody reads it. */
    public String page(Alert alert) {
        return site + "/alerts/" + alert.identifier();
    }

    public CapAlert of(Alert alert) {
        boolean drill = alert.drill();
        var references = alerts.before(alert).stream()
                .map(earlier -> new CapAlert.Reference(sender, earlier.identifier(), moment(sent(earlier))))
                .toList();
        return new CapAlert(
                alert.identifier(),
                sender,
                moment(sent(alert)),
                status(alert),
                type(alert.type()),
                "",
                drill ? CapWord.Scope.RESTRICTED : CapWord.Scope.PUBLIC,
                drill ? "훈련 참가자" : "",
                List.of(),
                List.of(),
                drill ? "훈련입니다. 실제 상황이 아닙니다." : "",
                references,
                List.of(),
                List.of(info(alert)));
    }

    private static CapWord.Status status(Alert alert) {
        if (alert.drill()) return CapWord.Status.EXERCISE;
        return alert.raised() ? CapWord.Status.ACTUAL : CapWord.Status.DRAFT;
    }

    private static CapWord.MessageType type(Alert.Type type) {
        return switch (type) {
            case ALERT -> CapWord.MessageType.ALERT;
            case UPDATE -> CapWord.MessageType.UPDATE;
            case CANCEL -> CapWord.MessageType.CANCEL;
        };
    }

    private CapInfo info(Alert alert) {
        var content = alert.content();
        var words = content.terms();
        return new CapInfo(
                "ko-KR",
                List.of(words.category()),
                content.hazard(),
                List.of(words.response()),
                words.urgency(),
                words.severity(),
                words.certainty(),
                content.drill() ? "훈련 참가자" : "",
                List.of(),
                null,
                null,
                maybe(alert.endsAt()),
                terms.office().office(),
                content.title(),
                content.said(),
                content.more(),
                alert.drill() ? "" : page(alert),
                "",
                List.of(new CapInfo.Named("재난문자등급", Words.find(content.grade().code(), Locale.KOREAN))),
                List.of(),
                List.of(area(content.whom())));
    }

    private CapArea area(Whom whom) {
        return switch (whom) {
            case Whom.Staff _ -> new CapArea("훈련 구역", List.of(), List.of(), List.of(), null, null);
            case Whom.Residents residents ->
                new CapArea(
                        terms.office().office().replaceFirst("청$", "") + " " + AlertSeal.words(residents),
                        List.of(),
                        List.of(),
                        residents.dongs().stream()
                                .map(dong -> new CapInfo.Named("행정동", dong))
                                .toList(),
                        null,
                        null);
        };
    }

    private static Instant sent(Alert alert) {
        var raised = alert.raisedAt();
        return raised == null ? alert.changedAt() : raised;
    }

    private static @Nullable OffsetDateTime maybe(@Nullable Instant at) {
        return at == null ? null : moment(at);
    }

    private static OffsetDateTime moment(Instant at) {
        return at.atZone(Calendar.SEOUL).toOffsetDateTime();
    }
}
