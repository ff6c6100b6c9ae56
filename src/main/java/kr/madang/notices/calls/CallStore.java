package kr.madang.notices.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kr.madang.kernel.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of calls; an event is written under its own number, so that nothing happens twice. */
@Repository
class CallStore {
    private final JdbcClient db;

    CallStore(JdbcClient db) {
        this.db = db;
    }

    int insert(UUID tree, Call call, String text, String cause, Actor by) {
        return db.sql("""
                insert into notices.call (tree, name, rungs, text, drill, cause, by_id, by_name, started_at, state)
                values (:tree, :name, :rungs::jsonb, :text, :drill, :cause, :by, :byName, :at, :state) returning serial""")
                .param("tree", tree)
                .param("name", call.tree().name())
                .param("rungs", TreeJson.write(call.tree()))
                .param("text", text)
                .param("drill", call.drill())
                .param("cause", cause)
                .param("by", by.id())
                .param("byName", by.name())
                .param("at", call.events().getFirst().at())
                .param("state", call.state())
                .query(Integer.class)
                .single();
    }

    /** Where the call stands after its newest event. */
    void stand(int serial, Call call, @Nullable Instant next) {
        db.sql("""
                update notices.call set state = :state, next_at = :next,
                    met_at = coalesce(met_at, :met), ended_at = coalesce(ended_at, :ended) where serial = :serial""")
                .param("serial", serial)
                .param("state", call.state())
                .param("next", next)
                .param("met", last(call, CallEvent.Met.class))
                .param("ended", last(call, CallEvent.Ended.class))
                .update();
    }

    private static @Nullable Instant last(Call call, Class<? extends CallEvent> kind) {
        return call.events().stream()
                .filter(kind::isInstance)
                .map(CallEvent::at)
                .findFirst()
                .orElse(null);
    }

    private record Row(
            String kind,
            @Nullable Integer rung,
            @Nullable UUID person,
            @Nullable Integer attempt,
            CallEvent.@Nullable Answer answer,
            String words) {
        private static Row of(String kind, @Nullable Integer rung) {
            return new Row(kind, rung, null, null, null, "");
        }

        static Row of(CallEvent event) {
            return switch (event) {
                case CallEvent.Started _ -> throw new IllegalArgumentException("the start is the call itself");
                case CallEvent.Opened(var at, int rung) -> of("OPENED", rung);
                case CallEvent.Told(var at, int rung, var person, int attempt) ->
                    new Row("TOLD", rung, UUID.fromString(person), attempt, null, "");
                case CallEvent.Answered(var at, var person, var answer) ->
                    new Row("ANSWERED", null, UUID.fromString(person), null, answer, "");
                case CallEvent.Met(var at, int rung) -> of("MET", rung);
                case CallEvent.Exhausted _ -> of("EXHAUSTED", null);
                case CallEvent.Ended(var at, var reason) -> new Row("ENDED", null, null, null, null, reason);
            };
        }
    }

    void append(int serial, int number, CallEvent event, @Nullable Via via, @Nullable UUID sms, @Nullable UUID email) {
        var row = Row.of(event);
        db.sql("""
                insert into notices.call_event (call, number, kind, at, rung, person, attempt, answer, words, via, sms, email)
                values (:call, :number, :kind, :at, :rung, :person, :attempt, :answer, :words, :via, :sms, :email)""")
                .param("call", serial)
                .param("number", number)
                .param("kind", row.kind())
                .param("at", event.at())
                .param("rung", row.rung())
                .param("person", row.person())
                .param("attempt", row.attempt())
                .param("answer", row.answer())
                .param("words", row.words())
                .param("via", via)
                .param("sms", sms)
                .param("email", email)
                .update();
    }

    List<Integer> due(Instant now) {
        return db.sql("select serial from notices.call where next_at <= :now order by next_at limit 200")
                .param("now", now)
                .query(Integer.class)
                .list();
    }

    /** Takes one for its next step, unless somebody else just does. */
    boolean take(int serial, Instant now) {
        return db.sql("""
                        select serial from notices.call where serial = :serial and next_at <= :now for update skip locked""")
                .param("serial", serial)
                .param("now", now)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<StoredCall> lock(int serial) {
        db.sql("select serial from notices.call where serial = :serial for update")
                .param("serial", serial)
                .query(Integer.class)
                .optional();
        return find(serial);
    }

    private record Head(Instant startedAt, Tree tree, String text, boolean drill, String cause, String byName) {}

    Optional<StoredCall> find(int serial) {
        return db.sql(
                        "select started_at, name, rungs, text, drill, cause, by_name from notices.call where serial = :serial")
                .param("serial", serial)
                .query((row, n) -> new Head(
                        instant(row, "started_at"),
                        TreeJson.read(row.getString("name"), row.getString("rungs")),
                        row.getString("text"),
                        row.getBoolean("drill"),
                        row.getString("cause"),
                        row.getString("by_name")))
                .optional()
                .map(head -> call(serial, head));
    }

    private StoredCall call(int serial, Head head) {
        var events = new ArrayList<CallEvent>();
        events.add(new CallEvent.Started(head.startedAt(), head.tree(), head.text(), head.drill()));
        Map<Integer, StoredCall.Posted> posted = new HashMap<>();
        Map<Integer, Via> vias = new HashMap<>();
        db.sql("select * from notices.call_event where call = :call order by number")
                .param("call", serial)
                .query(row -> {
                    int number = row.getInt("number");
                    events.add(event(row));
                    var singles = Stream.of(row.getObject("sms", UUID.class), row.getObject("email", UUID.class))
                            .filter(Objects::nonNull)
                            .toList();
                    if (!singles.isEmpty()) posted.put(number, new StoredCall.Posted(singles));
                    var via = row.getString("via");
                    if (via != null) vias.put(number, Via.valueOf(via));
                });
        return new StoredCall(
                serial, head.cause(), head.byName(), Call.replay(events), Map.copyOf(posted), Map.copyOf(vias));
    }

    private static CallEvent event(ResultSet row) throws SQLException {
        var at = instant(row, "at");
        return switch (row.getString("kind")) {
            case "OPENED" -> new CallEvent.Opened(at, row.getInt("rung"));
            case "TOLD" -> new CallEvent.Told(at, row.getInt("rung"), row.getString("person"), row.getInt("attempt"));
            case "ANSWERED" ->
                new CallEvent.Answered(at, row.getString("person"), CallEvent.Answer.valueOf(row.getString("answer")));
            case "MET" -> new CallEvent.Met(at, row.getInt("rung"));
            case "EXHAUSTED" -> new CallEvent.Exhausted(at);
            case "ENDED" -> new CallEvent.Ended(at, row.getString("words"));
            default -> throw new IllegalStateException(row.getString("kind"));
        };
    }

    /** Numbers of calls an alert began. */
    List<Integer> ofCause(String cause) {
        return db.sql("select serial from notices.call where cause = :cause order by serial")
                .param("cause", cause)
                .query(Integer.class)
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
