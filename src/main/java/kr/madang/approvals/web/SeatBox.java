package kr.madang.approvals.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.madang.approvals.desk.PaperView;
import kr.madang.approvals.line.Box;
import kr.madang.approvals.line.Mark;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Role;
import kr.madang.kernel.web.Moment;

/**
 * One box of the line on the page (결재란 한 칸); unlike on paper, seats that are still open have one too.
 *
 * @param instead whose seat it is when somebody else signed in it
 * @param day of the signature; empty while it is open
 */
public record SeatBox(
        String role, String name, String instead, Set<Mark> marks, String day, String words, boolean due) {
    public static List<SeatBox> of(PaperView view) {
        var paper = view.paper();
        var due = new HashSet<>(paper.due());
        var boxes = new ArrayList<SeatBox>();
        var drafter = view.name(paper.line().drafter());
        boxes.add(new SeatBox(
                Role.DRAFT.title(), drafter, "", Set.of(), new Moment(view.madeAt(), "", "", "").when(), "", false));
        for (var seat : paper.line().seats()) {
            var box = paper.boxes().stream().filter(b -> b.seat().equals(seat)).findFirst();
            var role = paper.line().roleOf(seat).orElse(Role.APPROVE).title();
            boxes.add(of(view, role, seat, box, due.contains(seat)));
        }
        return List.copyOf(boxes);
    }

    private static SeatBox of(PaperView view, String role, Person seat, Optional<Box> signed, boolean due) {
        if (signed.isEmpty()) return new SeatBox(role, view.name(seat), "", Set.of(), "", "", due);
        var box = signed.get();
        boolean other = !box.signer().equals(seat);
        return new SeatBox(
                role,
                view.name(box.signer()),
                other ? "(" + view.name(seat) + ")" : "",
                box.marks(),
                new Moment(box.at(), "", "", "").when(),
                box.words(),
                due);
    }

    /** For the style sheet: done, due or open. */
    public String state() {
        return day.isEmpty() ? due ? "due" : "open" : "done";
    }
}
