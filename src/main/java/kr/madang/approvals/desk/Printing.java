package kr.madang.approvals.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.line.Box;
import kr.madang.approvals.line.Event;
import kr.madang.approvals.line.Mark;
import kr.madang.approvals.line.Role;
import kr.madang.approvals.line.Status;
import kr.madang.approvals.print.Letter;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Papers as letters (문서 출력): what of a paper's record stands where on the printed page. */
@Component
public class Printing {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy. M. d.");

    private final String agency;
    private final String address;
    private final OfficeRoster roster;

    /** @param agency 행정기관명; how the office calls itself unless set */
    Printing(
            @Value("${madang.approvals.agency:${madang.office.name:마당구청}}") String agency,
            @Value("${madang.approvals.address:}") String address,
            OfficeRoster roster) {
        this.agency = agency.strip();
        this.address = address.strip();
        this.roster = roster;
    }

    /**
     * To whom a copy goes.
     *
     * @param listed everybody, where the receiver is {@code 수신자 참조}
     * @param via 경유; empty when it goes straight
     * @param sender 발신명의 with what stands for the seal; empty for papers that stay inside
     * @param sentOn 시행일; null for papers that stay inside
     * @param receipt number and day under which the receiver registered it; empty until then
     */
    public record Addressed(
            String receiver,
            List<String> listed,
            String via,
            String sender,
            @Nullable LocalDate sentOn,
            String receipt) {
        public static final Addressed INSIDE = new Addressed("내부결재", List.of(), "", "", null, "");

        /** The same once the receiver has given it a number. */
        public Addressed received(String number, LocalDate day) {
            return new Addressed(receiver, listed, via, sender, sentOn, number + " (" + DAY.format(day) + ")");
        }
    }

    /** The newest version, for the office itself. */
    public Letter letter(PaperView view) {
        return letter(view, view.current().number(), Addressed.INSIDE);
    }

    /**
     * One version as it is printed; only the one that was approved goes without a note.
     *
     * @throws Refused {@code approvals.print.version} when there is no such version
     */
    public Letter letter(PaperView view, int number, Addressed to) {
        var version = view.versions().stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .orElseThrow(() -> Refused.missing("approvals.print.version", number));
        boolean approved = approved(view, version);
        var settled = day(view.paper().approvedAt().filter(at -> approved).orElse(version.at()));
        var day = to.sentOn() == null ? settled : to.sentOn();
        return new Letter(
                agency.isBlank() ? view.unit() : agency,
                note(view, version),
                approved ? view.second() : "",
                to.receiver(),
                to.listed(),
                to.via(),
                version.title(),
                version.text(),
                boxes(view, version),
                to.sender(),
                approved && !view.number().isEmpty() ? view.number() + " (" + DAY.format(day) + ")" : "",
                to.receipt(),
                address,
                contact(view),
                view.filing().disclosure().text(),
                day);
    }

    /** Where whoever asks about the paper finds who wrote it. */
    private String contact(PaperView view) {
        return roster.now()
                .account(view.paper().line().drafter())
                .map(a -> Stream.of(a.extension(), a.email())
                        .filter(word -> !word.isBlank())
                        .collect(Collectors.joining(" · ")))
                .orElse("");
    }

    private static boolean approved(PaperView view, Version version) {
        return view.paper().status() == Status.APPROVED
                && version.number() == view.paper().version();
    }

    private static String note(PaperView view, Version version) {
        if (version.number() != view.current().number()) return "제" + version.number() + "판(지난 판)";
        return switch (view.paper().status()) {
            case APPROVED -> "";
            case DRAFTING, RUNNING, HELD -> "결재 전 문서";
            case WITHDRAWN -> "회수된 문서";
            case DISCARDED -> "버린 문서";
            case RETURNED -> "반려된 문서";
        };
    }

    /** Who drafted it, then whoever signed this very version. */
    private static List<Letter.Box> boxes(PaperView view, Version version) {
        var boxes = new ArrayList<Letter.Box>();
        var drafted = view.paper().events().stream()
                .filter(e -> e.kind() == Event.Kind.SUBMITTED && e.version() == version.number())
                .reduce((earlier, later) -> later)
                .map(Event::at)
                .orElse(version.at());
        boxes.add(new Letter.Box(
                Role.DRAFT.title(), view.name(view.paper().line().drafter()), DAY.format(day(drafted)), ""));
        for (var box : view.paper().boxes()) if (box.version() == version.number()) boxes.add(box(view, box));
        return boxes;
    }

    private static Letter.Box box(PaperView view, Box box) {
        boolean skipped = box.marks().contains(Mark.SKIPPED);
        var name = view.name(skipped ? box.seat() : box.signer());
        return new Letter.Box(role(box), name, DAY.format(day(box.at())), words(view, box));
    }

    /** What stands over the name: the marks where the rule wants them instead of the role. */
    static String role(Box box) {
        if (box.marks().contains(Mark.SKIPPED)) return Mark.SKIPPED.title();
        var instead = box.marks().stream()
                .filter(mark -> mark == Mark.DELEGATED || mark == Mark.DEPUTY)
                .sorted()
                .map(Mark::title)
                .collect(Collectors.joining("·"));
        if (!instead.isEmpty()) return instead;
        return box.role().title() + (box.marks().contains(Mark.FOR_ABSENT) ? "(대리)" : "");
    }

    /** A reason and a dissent have to stand on the paper itself; other opinions stand on its card. */
    private static String words(PaperView view, Box box) {
        if (box.marks().contains(Mark.SKIPPED)) return "사유: " + box.words();
        if (box.marks().contains(Mark.DISSENT)) return "이견: " + box.words();
        return box.signer().equals(box.seat()) ? "" : "(" + view.name(box.seat()) + " 부재)";
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, OfficeRoster.SEOUL);
    }
}
