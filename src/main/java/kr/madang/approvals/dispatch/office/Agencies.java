package kr.madang.approvals.dispatch.office;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The book of other agencies (기관 주소록): their codes, names, and the way papers go to them. */
@Component
public class Agencies {
    private static final int LONGEST = 60;

    /** How a package gets there. */
    public enum Way {
        HAND("내려받아 전달"),
        FOLDER("연계 폴더");

        private final String title;

        Way(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param code seven-character agency code (기관코드)
     * @param retired no longer to be chosen
     */
    public record Agency(String code, String name, Way way, boolean retired) {}

    private final JdbcClient db;
    private final Folder folder;
    private final Trail trail;
    private final Clock clock;

    Agencies(JdbcClient db, Folder folder, Trail trail, Clock clock) {
        this.folder = folder;
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /** By name; those in use first. @param text part of a name or code */
    public List<Agency> all(String text) {
        var like = "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return db.sql("""
                select code, name, way, retired_at is not null as retired from approvals.agency
                where lower(name) like :like or lower(code) like :like
                order by retired_at is not null, name, code limit 500""").param("like", like).query(Agency.class).list();
    }

    /** Whether there is a folder from which packages are fetched. */
    public boolean hasFolder() {
        return folder.ready();
    }

    public Optional<Agency> find(String code) {
        return db.sql("""
                select code, name, way, retired_at is not null as retired from approvals.agency where code = :code""").param("code", code).query(Agency.class).optional();
    }

    /** Writes an agency into the book or changes it; what was sent before keeps the name it had. */
    @Transactional
    public void set(Actor by, String code, String name, Way way) {
        mayManage(by);
        var key = code.strip().toUpperCase(Locale.ROOT);
        var title = name.strip();
        if (!key.matches("[0-9A-Z]{7}")) throw Refused.invalid("approvals.agency.code");
        if (title.isEmpty()
                || title.length() > LONGEST
                || title.chars().anyMatch(Character::isISOControl)
                || title.contains(",")) throw Refused.invalid("approvals.agency.name", LONGEST);
        try {
            db.sql("""
                    insert into approvals.agency (code, name, way, changed_at, changed_by)
                    values (:code, :name, :way, :at, :by)
                    on conflict (code) do update set name = excluded.name, way = excluded.way, retired_at = null,
                        changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
                    .param("code", key)
                    .param("name", title)
                    .param("way", way)
                    .param("at", clock.instant())
                    .param("by", by.login())
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refused.invalid("approvals.agency.twice", title);
        }
        trail.record(by, "approvals", "agency.set", "agency:" + key, Map.of("name", title, "way", way.name()));
    }

    @Transactional
    public void retire(Actor by, String code) {
        mayManage(by);
        int changed = db.sql("""
                update approvals.agency set retired_at = :at, changed_at = :at, changed_by = :by
                where code = :code and retired_at is null""")
                .param("code", code)
                .param("at", clock.instant())
                .param("by", by.login())
                .update();
        if (changed == 0) throw Refused.missing("approvals.agency.missing");
        trail.record(by, "approvals", "agency.retired", "agency:" + code, Map.of());
    }

    /** The unit's heads keep the book. */
    private static void mayManage(Actor by) {
        if (!by.may("approvals", Level.APPROVE)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.manage");
    }
}
