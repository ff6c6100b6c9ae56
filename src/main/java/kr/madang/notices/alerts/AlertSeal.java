package kr.madang.notices.alerts;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import kr.madang.notices.Kind;
import kr.madang.notices.calls.Tree;
import kr.madang.notices.calls.TreeJson;
import kr.madang.notices.sends.Bundles;
import kr.madang.notices.sends.Content;
import org.jspecify.annotations.Nullable;

/** By which the office knows that what goes out is what people approved (발령 봉인): the alert itself and every send of it. */
final class AlertSeal {
    private static final String FORM = "alert 2";

    private AlertSeal() {}

    static String of(Alert alert) {
        return Bundles.seal(head(alert), sends(alert));
    }

    /** Everything but the sends, part by part with its length before it. */
    static String head(Alert alert) {
        var content = alert.content();
        var terms = content.terms();
        var whom =
                switch (content.whom()) {
                    case Whom.Residents(var dongs) -> "residents " + String.join(",", dongs);
                    case Whom.Staff(var accounts) ->
                        "staff " + accounts.stream().map(Object::toString).collect(Collectors.joining(","));
                };
        return List.of(
                        FORM,
                        alert.identifier(),
                        alert.type().name(),
                        Objects.toString(alert.previous(), ""),
                        content.headline(),
                        content.grade().name(),
                        content.hazard(),
                        terms.category().name(),
                        terms.response().name(),
                        terms.urgency().name(),
                        terms.severity().name(),
                        terms.certainty().name(),
                        content.text(),
                        content.detail(),
                        Integer.toString(content.hours()),
                        content.sender(),
                        content.ways().toString(),
                        Objects.toString(content.tree(), ""),
                        called(alert.called()),
                        whom)
                .stream()
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining("\n"));
    }

    private static String called(@Nullable Tree tree) {
        return tree == null ? "" : tree.name() + "\n" + TreeJson.write(tree);
    }

    /** What goes to residents by message; always the same for the same alert, and nothing at all for a drill. */
    static List<Content> sends(Alert alert) {
        return switch (alert.content().whom()) {
            case Whom.Staff _ -> List.of();
            case Whom.Residents residents ->
                ways(alert).stream().map(way -> send(alert, residents, way)).toList();
        };
    }

    /** The ways on which messages go to people, in their order. */
    static List<Way> ways(Alert alert) {
        return alert.content().ways().stream()
                .filter(way -> way.channel().isPresent())
                .toList();
    }

    private static Content send(Alert alert, Whom.Residents residents, Way way) {
        var content = alert.content();
        boolean sms = way == Way.SMS;
        // a notice of a browser is read at a glance; what to do stands in its text
        boolean brief = sms || way == Way.PUSH;
        var audience = residents.audience();
        return new Content(
                content.title(),
                Kind.DISASTER,
                "재난 및 안전관리 기본법에 따른 재난 알림 " + alert.identifier(),
                way.channel().orElseThrow(),
                sms ? "" : content.title(),
                brief || content.more().isEmpty() ? content.said() : content.said() + "\n\n" + content.more(),
                sms ? content.sender() : "",
                audience.json(),
                words(residents),
                "",
                "재난 알림은 때를 가리지 않고 보냅니다.",
                null,
                null);
    }

    /** The same in every language of a reader, for it is sealed by nobody but shown with the send. */
    static String words(Whom.Residents residents) {
        return residents.dongs().isEmpty() ? "구 전체" : String.join("·", residents.dongs());
    }
}
