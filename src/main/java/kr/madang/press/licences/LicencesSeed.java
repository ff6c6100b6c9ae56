package kr.madang.press.licences;

import java.time.LocalDate;
import java.util.List;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.seed.Draw;
import kr.madang.kernel.seed.Seed;
import kr.madang.press.Tier;
import kr.madang.press.outlets.Outlet;
import kr.madang.press.outlets.Outlets;
import org.springframework.stereotype.Component;

/** Contracts of the demo office (시연 이용계약): with all dailies, most stations and some of the others, the rest read by link only. */
@Component
class LicencesSeed implements Seed {
    private final Contracts contracts;
    private final Licences licences;
    private final Outlets outlets;

    LicencesSeed(Contracts contracts, Licences licences, Outlets outlets) {
        this.contracts = contracts;
        this.licences = licences;
        this.outlets = outlets;
    }

    @Override
    public int order() {
        return 605;
    }

    @Override
    public String title() {
        return "저작물 이용허락";
    }

    @Override
    public String sow(Draw draw) {
        var products = contracts.products();
        int made = 0;
        int number = 0;
        for (var outlet : outlets.all()) {
            number++;
            if (!holds(outlet, number)) continue;
            var product = outlet.tier() == Tier.REGIONAL_ONLINE
                    ? products.get(number % 2)
                    : products.get((number + 1) % products.size());
            made += years(draw, outlet, product, number);
        }
        return "이용계약 " + made + "건";
    }

    private static boolean holds(Outlet outlet, int number) {
        return switch (outlet.tier()) {
            case CENTRAL_DAILY -> true;
            case CENTRAL_BROADCAST, REGIONAL_BROADCAST -> number % 3 != 0;
            case REGIONAL_ONLINE -> number % 4 == 1;
        };
    }

    /** An old contract that ran out and the one that holds, some of them not for long. */
    private int years(Draw draw, Outlet outlet, Product product, int number) {
        var today = licences.today();
        var begin = LocalDate.of(2012, 1, 1);
        var turn = today.minusDays(draw.between(30, 345));
        var end = turn.plusYears(1).minusDays(1);
        int viewers = draw.pick(List.of(0, 30, 50, 100));
        int copies = draw.pick(List.of(0, 10, 20));
        register(outlet, product, begin, turn.minusDays(1), viewers, copies);
        if (number % 13 == 0) return 1;
        register(outlet, product, turn, end, viewers, copies);
        return 2;
    }

    private void register(Outlet outlet, Product product, LocalDate from, LocalDate to, int viewers, int copies) {
        contracts.register(
                Actor.SYSTEM, new Contracts.Draft(outlet.id(), product.id(), from, to, viewers, copies, ""), null);
    }
}
