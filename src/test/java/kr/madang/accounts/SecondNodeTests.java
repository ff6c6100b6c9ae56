package kr.madang.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import javax.sql.DataSource;
import kr.madang.DemoTest;
import kr.madang.Madang;
import kr.madang.kernel.access.Actor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A second node on the same database, with the organization's own login switched on. It is a context of its own on purpose: that two of
 * them agree is what is tested.
 */
@DemoTest
class SecondNodeTests {
    private static ConfigurableApplicationContext second;
    private static Issuer issuer;

    @LocalServerPort
    int port;

    @Autowired
    DataSource data;

    @Value("${madang.data}")
    String folder;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient db;

    private int secondPort;

    @BeforeEach
    void openTheSecondNode() throws Exception {
        if (second == null) {
            issuer = new Issuer();
            second = node(
                    data,
                    Map.of(
                            "madang.data",
                            folder,
                            "madang.oidc.issuer",
                            issuer.address(),
                            "madang.oidc.client-id",
                            "madang-test",
                            "madang.oidc.client-secret",
                            "secret"));
        }
        secondPort = ((WebServerApplicationContext) second).getWebServer().getPort();
        db.sql("delete from accounts.throttle").update();
    }

    static ConfigurableApplicationContext node(DataSource data, Map<String, Object> settings) {
        return new SpringApplicationBuilder(Madang.class)
                // not the pool itself: a node that closes would close it for the other
                .initializers(c -> ((GenericApplicationContext) c)
                        .registerBean("dataSource", DataSource.class, () -> new DelegatingDataSource(data)))
                .properties(settings)
                .properties("server.port=0", "madang.jobs.enabled=false")
                // the keys lie there; what tests say elsewhere about it would come before a property
                .run(
                        settings.containsKey("madang.data")
                                ? new String[] {"--madang.data=" + settings.get("madang.data")}
                                : new String[0]);
    }

    @AfterAll
    static void closeIt() {
        if (second != null) second.close();
        if (issuer != null) issuer.close();
        second = null;
    }

    @Test
    void aSessionOpenedOnOneNodeHoldsOnTheOtherUntilItEndsOnEither() {
        var here = new Visitor(port);
        here.signIn("press2", Visitor.DEMO_PASSWORD, "/desk");
        var there = here.at(secondPort);
        assertThat(there.get("/desk/accounts/me").statusCode()).isEqualTo(200);
        there.post("/logout", Map.of());
        assertThat(here.get("/desk/accounts/me").statusCode()).isEqualTo(302);
    }

    @Test
    void failuresOnBothNodesCountTogether() {
        for (int i = 0; i < 5; i++) {
            new Visitor(i % 2 == 0 ? port : secondPort).signIn("press3", "wrong-" + i, "/desk");
            db.sql("update accounts.throttle set blocked_until = last_at where failures < 5")
                    .update();
        }
        assertThat(new Visitor(port)
                        .signIn("press3", Visitor.DEMO_PASSWORD, "/desk")
                        .statusCode())
                .isEqualTo(429);
        assertThat(new Visitor(secondPort)
                        .signIn("press3", Visitor.DEMO_PASSWORD, "/desk")
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void theOrganizationsLoginOpensTheAccountOfAVerifiedAddressAndThenOfThatPersonOnly() {
        issuer.isVisitedBy(new Issuer.Person("p4", "PRESS4@madang.example", true));
        assertThat(visit().get("/desk/accounts/me").body()).contains("press4");
        // the mailbox passes to someone else: the link does not
        issuer.isVisitedBy(new Issuer.Person("someone-else", "press4@madang.example", true));
        assertThat(visit().get("/desk/accounts/me").statusCode()).isEqualTo(302);
        // the address changes: the person stays the same
        issuer.isVisitedBy(new Issuer.Person("p4", "", false));
        assertThat(visit().get("/desk/accounts/me").body()).contains("press4");
    }

    @Test
    void anUnverifiedOrUnknownAddressOrABarredAccountOpensNothingAndMakesNothing() {
        var before = db.sql("select count(*) from accounts.account")
                .query(Long.class)
                .single();
        issuer.isVisitedBy(new Issuer.Person("u1", "press5@madang.example", false));
        assertThat(visit().get("/desk/accounts/me").statusCode()).isEqualTo(302);
        issuer.isVisitedBy(new Issuer.Person("u2", "stranger@elsewhere.example", true));
        assertThat(visit().get("/desk/accounts/me").statusCode()).isEqualTo(302);
        issuer.isVisitedBy(new Issuer.Person("u3", "", true));
        assertThat(visit().get("/desk/accounts/me").statusCode()).isEqualTo(302);
        var barred = accounts.findByLogin("computing5").orElseThrow().id();
        accounts.suspend(Actor.SYSTEM, barred, "시험");
        issuer.isVisitedBy(new Issuer.Person("u4", "computing5@madang.example", true));
        assertThat(visit().get("/desk/accounts/me").statusCode()).isEqualTo(302);
        accounts.restore(Actor.SYSTEM, barred, "시험");
        assertThat(db.sql("select count(*) from accounts.account")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void onlyANodeThatKnowsAnIssuerOffersIt() {
        assertThat(new Visitor(port).get("/login").body()).doesNotContain("/oauth2/authorization/");
        assertThat(new Visitor(secondPort).get("/login").body()).contains("/oauth2/authorization/madang");
    }

    /** Follows the way through the issuer and back. */
    private Visitor visit() {
        var visitor = new Visitor(secondPort);
        var next = Visitor.location(visitor.get("/oauth2/authorization/madang"));
        var back = URI.create(Visitor.location(visitor.elsewhere(next)));
        var done = visitor.get(back.getRawPath() + "?" + back.getRawQuery());
        assertThat(done.statusCode()).isEqualTo(302);
        return visitor;
    }
}
