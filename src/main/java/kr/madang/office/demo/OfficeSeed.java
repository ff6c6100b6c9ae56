package kr.madang.office.demo;

import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The office's part of the demo office: organization, staffing, facilities and the budgets of 2012, 2013 and 2023. */
@Component
class OfficeSeed implements Seed {
    private final Sower sower;

    OfficeSeed(JdbcClient db, JsonMapper json) {
        sower = new Sower(db, json);
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public String title() {
        return "조직·인력·예산";
    }

    @Override
    public String sow(Draw draw) {
        var organization = new SeededOrganization(draw);
        organization.sow(sower);
        int people = new SeededStaffing(draw, organization).sow(sower);
        int items = new SeededFacilities(draw, organization).sow(sower);
        int entries = 0;
        for (int year : new int[] {2012, 2013, 2023}) entries += new SeededBudget(draw, organization, year).sow(sower);
        return "직원 %,d명, 시설·장비 %,d건, 집행 %,d건".formatted(people, items, entries);
    }
}
