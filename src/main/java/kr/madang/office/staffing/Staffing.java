package kr.madang.office.staffing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be asked about posts and people (정원·현원), always as of a day. */
@Service
@Transactional(readOnly = true)
public class Staffing {
    private final StaffingStore store;

    Staffing(StaffingStore store) {
        this.store = store;
    }

    public StaffingTable table(LocalDate day, Layout layout) {
        return StaffingTable.of(day, layout, store.postRanks(day), store.peopleRanks(day));
    }

    public List<Seat> seats(LocalDate day) {
        return store.seats(day);
    }

    public List<Head> heads(LocalDate day) {
        return store.heads(day);
    }

    /** The posts behind a cell of the table; null means every kind or grade. */
    public List<Seat> seats(LocalDate day, @Nullable Set<Kind> kinds, @Nullable String grade) {
        return store.seats(day).stream()
                .filter(s -> matches(s.rank(), kinds, grade))
                .toList();
    }

    /** The people behind a cell of the table, each counted once. */
    public List<Head> heads(LocalDate day, @Nullable Set<Kind> kinds, @Nullable String grade) {
        return store.heads(day).stream()
                .filter(h -> !h.concurrent() && matches(h.rank(), kinds, grade))
                .toList();
    }

    private static boolean matches(Rank rank, @Nullable Set<Kind> kinds, @Nullable String grade) {
        return (kinds == null || kinds.contains(rank.kind())) && (grade == null || grade.equals(rank.grade()));
    }

    public List<Seat> shapes(UUID post) {
        return store.shapes(post);
    }

    public List<Head> holders(UUID post) {
        return store.holders(post);
    }

    public Optional<Person> find(UUID person) {
        return store.person(person);
    }

    public List<Head> career(UUID person) {
        return store.career(person);
    }

    public List<Grading> grades(UUID person) {
        return store.grades(person);
    }

    public List<Person> search(String word) {
        return word.isBlank() ? List.of() : store.search(word.strip(), 50);
    }
}
