package kr.madang.office.organization;

import java.time.LocalDate;
import java.util.Optional;
import kr.madang.kernel.figures.Organogram;
import org.springframework.stereotype.Component;

/** Yields the organization of a day to documents. */
@Component
class OfficeOrganogram implements Organogram.Keeper {
    private final Organization organization;

    OfficeOrganogram(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Optional<Organogram> organogram(LocalDate day) {
        var chart = organization.chart(day);
        if (chart.section().isEmpty()) return Optional.empty();
        return Optional.of(new Organogram(
                chart.section(),
                chart.teams().stream()
                        .map(t -> new Organogram.Team(
                                t.name(),
                                t.duties().stream().map(Team.Duty::name).toList()))
                        .toList()));
    }
}
