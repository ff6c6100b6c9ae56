package kr.madang.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of what is asked to be frozen. */
@Repository
class ProposalStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<FrozenReport.Line>> LINES = new TypeReference<>() {};

    private final JdbcClient db;

    ProposalStore(JdbcClient db) {
        this.db = db;
    }

    void insert(Proposal proposal, Actor by) {
        var content = proposal.content();
        db.sql("""
                insert into report.proposal (id, report, paper, as_of, document, figures, hash, by_id, by_name, at)
                values (:id, :report, :paper, :asOf, :document, :figures, :hash, :by, :name, :at)""")
                .param("id", proposal.id())
                .param("report", content.report())
                .param("paper", proposal.paper())
                .param("asOf", content.asOf())
                .param("document", content.document())
                .param("figures", JSON.writeValueAsString(content.figures()))
                .param("hash", content.hash())
                .param("by", by.id())
                .param("name", content.by())
                .param("at", content.at())
                .update();
    }

    /** The one that waits for its decision. */
    Optional<Proposal> open(Report.Id report) {
        return db.sql("select * from report.proposal where report = :report and outcome is null")
                .param("report", report)
                .query(ProposalStore::proposal)
                .optional();
    }

    /** False when it was ended before. */
    boolean end(UUID id, Proposal.Outcome outcome, Instant at) {
        return db.sql("""
                        update report.proposal set outcome = :outcome, ended_at = :at where id = :id and outcome is null""")
                        .param("id", id)
                        .param("outcome", outcome)
                        .param("at", at)
                        .update()
                == 1;
    }

    private static Proposal proposal(ResultSet row, int index) throws SQLException {
        var content = new FrozenReport(
                new Report.Id(row.getObject("report", UUID.class)),
                row.getObject("as_of", LocalDate.class),
                row.getString("document"),
                JSON.readValue(row.getString("figures"), LINES),
                row.getString("hash"),
                row.getString("by_name"),
                ReportStore.instant(row, "at"));
        return new Proposal(row.getObject("id", UUID.class), row.getObject("paper", UUID.class), content);
    }
}
