package kr.madang.office.staffing;

import java.util.List;
import kr.madang.kernel.Refused;

/**
 * Kind and grade together (직종·직급), e.g. 일반직 7급 or 계약직 마급.
 *
 * @param grade 4급…9급; for the contract staff before December 2013 가급…마급
 */
public record Rank(Kind kind, String grade) {
    static final List<String> NUMBERED = List.of("4급", "5급", "6급", "7급", "8급", "9급");
    static final List<String> LETTERED = List.of("가급", "나급", "다급", "라급", "마급");

    public Rank {
        if (!grades(kind).contains(grade)) throw Refused.invalid("office.rank", kind.title(), grade);
    }

    public static List<String> grades(Kind kind) {
        return switch (kind) {
            case GENERAL -> NUMBERED;
            case OPERATION, SPECIAL, TERM -> NUMBERED.subList(2, 6);
            case CONTRACT -> LETTERED;
        };
    }

    @Override
    public String toString() {
        return kind.title() + " " + grade;
    }
}
