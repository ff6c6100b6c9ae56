package kr.madang.approvals.demo;

import java.util.List;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.SecondNumber;
import kr.madang.approvals.records.UnitTask;
import org.jspecify.annotations.Nullable;

/** A topic while it is being worded (소재 작성); {@link #words} finishes it. */
final class TopicWords {
    private final String team;
    private final String title;
    private final String task;
    private final UnitTask unitTask;
    private final int often;
    private Disclosure disclosure = Disclosure.OPEN;
    private SecondNumber.@Nullable Kind second;
    private int least;
    private int most;
    private List<String> values = List.of("");
    private String purpose = "";
    private List<String> lines = List.of();

    TopicWords(String team, String title, String task, UnitTask unitTask, int often) {
        this.team = team;
        this.title = title;
        this.task = task;
        this.unitTask = unitTask;
        this.often = often;
    }

    TopicWords under(Disclosure other) {
        disclosure = other;
        return this;
    }

    TopicWords second(SecondNumber.Kind kind) {
        second = kind;
        return this;
    }

    /** In thousand won. */
    TopicWords won(int from, int to) {
        least = from;
        most = to;
        return this;
    }

    TopicWords values(List<String> some) {
        values = some;
        return this;
    }

    TopicWords of(String sentence, String... items) {
        purpose = sentence;
        lines = List.of(items);
        return this;
    }

    Topic words(String... keywords) {
        return new Topic(
                team,
                title,
                task,
                unitTask,
                disclosure,
                second,
                least,
                most,
                values,
                purpose,
                lines,
                List.of(keywords),
                often);
    }
}
