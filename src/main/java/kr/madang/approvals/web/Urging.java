package kr.madang.approvals.web;

import java.util.List;
import kr.madang.kernel.web.Moment;
import kr.madang.kernel.web.Option;

/**
 * Who was reminded of a paper, and whom its reader may remind now (독촉 칸).
 *
 * @param told newest first
 * @param may whether the reader may remind anybody at all
 * @param open in whose seats it lies, without those reminded for today already
 */
public record Urging(List<Moment> told, boolean may, List<Option> open) {
    public Urging {
        told = List.copyOf(told);
        open = List.copyOf(open);
    }
}
